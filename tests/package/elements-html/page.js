import { answer } from "./answer.js";
import { lookAtViewer } from "./look-at-viewer.js";
import "invoscope/viewer";

document.querySelector("invoscope-viewer").addEventListener("invoscope-select", ({ detail }) => {
  document.querySelector("#chosen").textContent = detail.instanceId;
});
globalThis.looked = lookAtViewer(answer);
