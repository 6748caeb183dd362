import { expect, test } from "vitest";
import { Outputs, receiveAnswer } from "./node.ts";

/** "ok\n" · GBK bytes of 中 · a byte order mark and "a" · none · no Base64 from its first character on · "云" */
const fields = ["b2sK", "1tA=", "77u/YQ==", "", "<plain text>", "5LqR"];
const instances = fields.map((Output, at) => ({ InstanceId: `i-${at}`, Output }));
const body = JSON.stringify({
  Invocations: { Invocation: [{ InvokeId: "t-1", InvokeInstances: { InvokeInstance: instances } }] },
});

test("outputs are read one by one, or all at once", () => {
  using outputs = new Outputs(body);

  expect(outputs.length).toBe(6);
  expect(outputs.byteLength).toBe(3 + 2 + 4 + 0 + 12 + 3);
  expect(outputs.texts()).toEqual(["ok\n", "\u{fffd}\u{fffd}", "\u{feff}a", "", "<plain text>", "云"]);
  expect(outputs.text(5)).toBe("云");
  expect(outputs.bytes(1)).toEqual(Uint8Array.of(0xd6, 0xd0));
  expect([outputs.bytes(3), outputs.text(3)]).toEqual([new Uint8Array(), ""]);
  expect([outputs.bytes(6), outputs.text(6)]).toEqual([undefined, undefined]);
});

test("an answer in the module's memory has the same outputs", async () => {
  using answer = await receiveAnswer(new Response(body));
  using outputs = answer.outputs();

  expect(outputs.text(0)).toBe("ok\n");
});

test("what is no answer has no outputs, and freed ones are told", () => {
  expect(() => new Outputs("{}")).toThrow(expect.objectContaining({ code: "not-an-answer" }));
  const outputs = new Outputs(body);
  outputs.free();
  expect(() => outputs.texts()).toThrow(expect.objectContaining({ name: "InvoscopeError" }));
});
