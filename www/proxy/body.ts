import { Problem } from "./problem.ts";

/**
 * Reads a JSON body of at most `maxBytes`, within `timeoutMs`.
 *
 * Bytes are counted as they come, so a missing or false `content-length` gains nothing.
 * @throws Problem `BodyTooLarge`, `BodyTimeout` or `InvalidBody`.
 */
export async function readJson(request: Request, maxBytes: number, timeoutMs: number): Promise<unknown> {
  const declared = Number(request.headers.get("content-length") ?? "0");
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readBounded(request.body, maxBytes, timeoutMs);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem("InvalidBody", "the body is not JSON in UTF-8");
  }
}

async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Problem("BodyTimeout", "the body did not arrive in time")),
      timeoutMs,
    );
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) break;
      size += value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(value);
    }
  } catch (error) {
    // Not awaited: a client that stalls would make the cancellation stall too.
    reader.cancel().catch(() => undefined);
    throw error instanceof Problem ? error : new Problem("InvalidBody", "the body could not be read");
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(maxBytes: number): Problem {
  return new Problem("BodyTooLarge", `the body may have at most ${maxBytes} bytes`);
}
