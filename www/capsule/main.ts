/** The script of a capsule: registers the elements and the page around them. */
import "invoscope/define";
import { InvoscopeCapsule } from "./capsule.ts";

customElements.define("invoscope-capsule", InvoscopeCapsule);
