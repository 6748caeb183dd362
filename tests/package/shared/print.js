import { answer } from "./answer.js";
import { look } from "./look.js";

console.log(JSON.stringify(await look(answer)));
