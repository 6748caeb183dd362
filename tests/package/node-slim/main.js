import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import init, { InvocationStore, isInvoscopeError, parse } from "invoscope/slim";
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
const looked = {
  before,
  records: parse(answer).invocations.length,
  headline: headline.en,
  code: codeOf(() => parse(answer.slice(0, -20))),
};
console.log(JSON.stringify(looked));
