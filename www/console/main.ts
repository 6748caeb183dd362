/** The page: registers the elements and the shell around them. */
import "invoscope/viewer";
import { InvoscopeApp } from "./app/app.ts";

customElements.define("invoscope-app", InvoscopeApp);
