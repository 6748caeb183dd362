/** The page: registers the elements and the shell around them. */
import "invoscope/viewer";
import { register } from "invoscope/elements";
import { InvoscopeApp } from "./app/app.ts";

// In the page's own shadow tree, where `invoscope/viewer` does not look for it.
void register("invoscope-list");
customElements.define("invoscope-app", InvoscopeApp);
