import { answer } from "./answer.js";
import { look } from "./look.js";

postMessage(await look(answer));
