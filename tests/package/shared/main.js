import { answer } from "./answer.js";
import { look } from "./look.js";

globalThis.looked = look(answer);
