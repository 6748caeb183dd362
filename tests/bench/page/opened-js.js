import { best } from "../peers.js";
import { answerUrl, shown } from "./opened.js";

const body = new Uint8Array(await (await fetch(answerUrl)).arrayBuffer());
shown(best.summary(body));
