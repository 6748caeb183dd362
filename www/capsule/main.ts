/** The script of a capsule: registers the elements and the page around them. */
import "invoscope/viewer";
import { InvoscopeCapsule } from "./capsule.ts";

customElements.define("invoscope-capsule", InvoscopeCapsule);
