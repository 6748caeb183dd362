// The source that every consumer runs, unchanged.
import init, { explain, InvocationStore, isInvoscopeError, loadTexts, parse } from "invoscope";

/** Reads an answer by the package: what of it, and what it says of one that is cut. */
export async function look(answer) {
  await init();
  const page = parse(answer);
  const store = new InvocationStore();
  const { invokeIds } = store.ingest(answer, { includeOutput: true });
  const { headline } = store.summary(invokeIds[0]);
  store.free();
  await loadTexts("zh-CN");
  const { title } = explain("ClientNotRunning", "zh-CN");
  return { records: page.invocations.length, headline: headline.en, code: codeOfCut(answer), title };
}

function codeOfCut(answer) {
  try {
    parse(answer.slice(0, -20));
  } catch (error) {
    return isInvoscopeError(error) ? error.code : String(error);
  }
}
