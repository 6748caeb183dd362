import { PEEK_BYTES } from "./throttling.ts";

/** What keeps an answer within bounds. */
export interface Bounds {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Ends the connection to the endpoint. */
  readonly abort: AbortController;
  /** Shown the beginning of the body, as text, before it is passed on; for small answers that is all of it. */
  readonly peek: (head: string) => Promise<void>;
}

/**
 * Passes a body on, chunk by chunk and unchanged, and breaks it off when it grows or lasts too long. The status has
 * been sent by then, so the client sees a broken connection and not a short answer that looks whole.
 */
export function boundBody(
  body: ReadableStream<Uint8Array> | null,
  bounds: Bounds,
): ReadableStream<Uint8Array> | null {
  if (body === null) return null;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const timer = setTimeout(() => bounds.abort.abort(), bounds.timeoutMs);
  let size = 0;
  let head = "";
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            clearTimeout(timer);
            controller.close();
            return;
          }
          if (size < PEEK_BYTES) {
            head += decoder.decode(value.subarray(0, PEEK_BYTES - size), { stream: true });
            await bounds.peek(head);
          }
          size += value.byteLength;
          if (size > bounds.maxBytes) throw new Error("the answer is larger than allowed");
          controller.enqueue(value);
        } catch (error) {
          clearTimeout(timer);
          bounds.abort.abort();
          controller.error(error);
        }
      },
      async cancel() {
        clearTimeout(timer);
        bounds.abort.abort();
      },
    },
    // Nothing is read ahead of the client.
    { highWaterMark: 0 },
  );
}
