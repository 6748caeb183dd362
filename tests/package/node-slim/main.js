import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import init, { explain, InvocationStore, isInvoscopeError, loadTexts, parse } from "invoscope/slim";
import { answer } from "./answer.js";

function codeOf(call) {
  try {
    call();
  } catch (error) {
    return isInvoscopeError(error) ? error.code : String(error);
  }
}

const before = codeOf(() => parse(answer));
init(readFileSync(fileURLToPath(import.meta.resolve("invoscope/invoscope_bg.wasm"))));
const store = new InvocationStore();
const { invokeIds } = store.ingest(answer, { includeOutput: true });
const { headline } = store.summary(invokeIds[0]);
const untold = codeOf(() => explain("ClientNotRunning", "zh-CN"));
await loadTexts("zh-CN");
const looked = {
  before,
  untold,
  records: parse(answer).invocations.length,
  headline: headline.en,
  code: codeOf(() => parse(answer.slice(0, -20))),
  title: explain("ClientNotRunning", "zh-CN").title,
};
console.log(JSON.stringify(looked));
