import { expect, test } from "vitest";
import { tap } from "./tap.ts";

/** A source of numbered chunks that counts how far it was read. */
function source(count: number, bytes: number) {
  const state = { read: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state.read === count) controller.close();
        else controller.enqueue(new Uint8Array(bytes).fill(state.read++));
      },
      cancel() {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { state, stream };
}

async function bytesOf(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Lets everything that is not waiting for a reader happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test("a small body is copied whole, whether or not it is read", async () => {
  const { stream } = source(4, 10);
  let copy: readonly Uint8Array[] | undefined;

  const passed = tap(stream, 100, (chunks) => {
    copy = chunks;
  });
  await settle();

  expect(copy?.map((chunk) => chunk[0])).toEqual([0, 1, 2, 3]);
  expect(await bytesOf(passed)).toHaveLength(40);
});

test("a large body passes unchanged, uncopied, and is read only as fast as its reader", async () => {
  const { state, stream } = source(1000, 10);
  const copies: unknown[] = [];

  const passed = tap(stream, 100, (chunks) => copies.push(chunks));
  await settle();

  expect(copies).toEqual([undefined]);
  expect(state.read).toBeLessThanOrEqual(12);
  expect(await bytesOf(passed)).toEqual(
    new Uint8Array(Array.from({ length: 1000 }, (_, n) => Array<number>(10).fill(n)).flat()),
  );
  expect(copies).toHaveLength(1);
});

test("a body exactly at the limit is copied", async () => {
  const copies: unknown[] = [];

  await bytesOf(tap(source(10, 10).stream, 100, (chunks) => copies.push(chunks?.length)));

  expect(copies).toEqual([10]);
});

test("a reader that leaves does not take the copy from those who wait", async () => {
  const { state, stream } = source(4, 10);
  const copies: unknown[] = [];

  await tap(stream, 100, (chunks) => copies.push(chunks?.length))?.cancel();
  await settle();

  expect(copies).toEqual([4]);
  expect(state.cancelled).toBe(false);
});

test("a reader that leaves a large body ends it", async () => {
  const { state, stream } = source(1000, 10);

  const passed = tap(stream, 100, () => undefined);
  await settle();
  await passed?.cancel();

  expect(state.cancelled).toBe(true);
});

test("a body that breaks breaks for the reader and gives no copy", async () => {
  const copies: unknown[] = [];
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("cut"));
    },
  });

  const passed = tap(broken, 100, (chunks) => copies.push(chunks));

  await expect(bytesOf(passed)).rejects.toThrow("cut");
  expect(copies).toEqual([undefined]);
});

test("an answer without a body has an empty copy", () => {
  const copies: unknown[] = [];

  expect(tap(null, 100, (chunks) => copies.push(chunks))).toBeNull();
  expect(copies).toEqual([[]]);
});
