const { readFileSync } = require("node:fs");

async function main() {
  const { default: init, explain, InvocationStore, isInvoscopeError, parse } = await import("invoscope");
  const answer = readFileSync("answer.json", "utf8");
  await init();
  const store = new InvocationStore();
  const { invokeIds } = store.ingest(answer, { includeOutput: true });
  const { headline } = store.summary(invokeIds[0]);
  let code;
  try {
    parse(answer.slice(0, -20));
  } catch (error) {
    code = isInvoscopeError(error) ? error.code : String(error);
  }
  const { title } = explain("ClientNotRunning", "zh-CN");
  const records = parse(answer).invocations.length;
  console.log(JSON.stringify({ records, headline: headline.en, code, title }));
}

main();
