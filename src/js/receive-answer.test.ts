import { expect, test } from "vitest";
import { InvocationStore, receiveAnswer } from "./node.ts";

const text = JSON.stringify({
  Invocations: {
    Invocation: [
      {
        InvokeId: "t-1",
        CommandName: "巡检",
        InvokeInstances: {
          InvokeInstance: [{ InstanceId: "i-1", InvocationStatus: "Success", Output: "b2s=" }],
        },
      },
    ],
  },
});

function inChunks(size: number, headers: HeadersInit = {}): Response {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });
  return new Response(body, { headers });
}

test.each([1, 7, 64, 10_000])("an answer in chunks of %i bytes is the answer", async (size) => {
  for (const length of ["", "3", "100000"]) {
    using answer = await receiveAnswer(inChunks(size, length ? { "content-length": length } : {}));

    expect(new TextDecoder().decode(answer.toBytes())).toBe(text);
    expect(answer.length).toBe(new TextEncoder().encode(text).length);
    expect(answer.summarize().invokeIds).toEqual(["t-1"]);
    expect(answer.parse().invocations[0]?.commandName).toBe("巡检");
    expect(new TextDecoder().decode(answer.decodeOutputs().bytes)).toBe("ok");

    using store = new InvocationStore();
    expect(answer.ingestInto(store, { encoding: "Base64" }).runsAdded).toBe(1);
    expect(store.contains("t-1")).toBe(true);
  }
});

test("a body that breaks off rejects, and an empty one is an empty answer", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new TypeError("cut")),
  });
  await expect(receiveAnswer(new Response(broken))).rejects.toThrow("cut");

  using empty = await receiveAnswer(new Response(null));
  expect(() => empty.summarize()).toThrow(expect.objectContaining({ code: "empty-answer" }));
});
