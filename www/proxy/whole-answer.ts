/**
 * Whether the bytes are a JSON object from end to end, as every answer of the API is.
 *
 * What is not one came from something broken on the way. It is passed on for the client to judge, and the client asks
 * again at once: an answer from memory must not give it the same broken bytes.
 */
export function isWholeAnswer(chunks: readonly Uint8Array[]): boolean {
  try {
    const answer: unknown = JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)),
    );
    return typeof answer === "object" && answer !== null && !Array.isArray(answer);
  } catch {
    return false;
  }
}
