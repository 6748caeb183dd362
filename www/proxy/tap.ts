/**
 * Passes a stream on while keeping a copy of at most `maxBytes`.
 *
 * Up to the limit the source is read at its own pace, so that whoever waits for the copy does not wait for this
 * stream's reader. Beyond it the copy is given up, and the source is read only as fast as the reader reads.
 * @param finish told once: the copy when it is complete, `undefined` when it outgrew the limit or broke.
 */
export function tap(
  source: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  finish: (chunks: readonly Uint8Array[] | undefined) => void,
): ReadableStream<Uint8Array> | null {
  if (source === null) {
    finish([]);
    return null;
  }
  const reader = source.getReader();
  let copy: Uint8Array[] = [];
  let copied = 0;
  let abandoned = false;
  let eager: Promise<void> | undefined;
  const giveUp = () => {
    copy = [];
    finish(undefined);
  };

  async function readEagerly(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) {
          finish(copy);
          if (!abandoned) controller.close();
          return;
        }
        if (!abandoned) controller.enqueue(value);
        copied += value.byteLength;
        if (copied > maxBytes) {
          giveUp();
          if (abandoned) await reader.cancel();
          return;
        }
        // The chunk handed on may be detached by its reader.
        copy.push(value.slice());
      }
    } catch (error) {
      giveUp();
      if (!abandoned) controller.error(error);
    }
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      eager = readEagerly(controller);
    },
    async pull(controller) {
      await eager;
      if (copied <= maxBytes) return;
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel(reason) {
      abandoned = true;
      if (copied > maxBytes) await reader.cancel(reason);
    },
  });
}
