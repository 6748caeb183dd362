import { answer } from "./answer.js";
import { lookAtViewer } from "./look-at-viewer.js";
import "invoscope/viewer";
import { createApp } from "vue";
import RunPage from "./RunPage.vue";

createApp(RunPage).mount("#root");
globalThis.looked = lookAtViewer(answer);
