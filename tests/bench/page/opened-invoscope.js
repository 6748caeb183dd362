import init, { receiveAnswer } from "invoscope";
import { answerUrl, shown } from "./opened.js";

const [response] = await Promise.all([fetch(answerUrl), init()]);
const answer = await receiveAnswer(response);
shown(answer.summarize());
answer.free();
