/**
 * The data of a capsule: lines of JSON, the first about the capsule and each other an answer of the API, compressed
 * with gzip and written as Base64, which holds no character that means something in HTML.
 */

/** The first line: what the capsule shows and what it leaves out. */
export interface CapsuleInfo {
  /** Version of this format. */
  readonly invoscopeCapsule: 1;
  readonly madeAt: string;
  /** An `InvokeId`, or several joined by commas: a run set. */
  readonly runId: string;
  readonly regionId: string;
  readonly locale: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The filter that chose the instances; empty where all are here. */
  readonly filter: string;
  readonly instances: number;
  readonly allInstances: number;
  /** Outputs that had not been read when the capsule was made. */
  readonly outputsMissing: number;
  /** Secrets masked; `null` where they were left in on purpose. */
  readonly masked: number | null;
}

/** The element that holds the data, the last attribute of which is its id. */
export const DATA_ID = "invoscope-data";

/** A compressed megabyte may hold a thousand: no capsule of answers is larger than this. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Lines as Base64 of their gzip. */
export async function packed(lines: readonly string[]): Promise<string> {
  const text = new Blob(lines.map((line) => `${line}\n`));
  const bytes = await collected(text.stream().pipeThrough(new CompressionStream("gzip")), MOST_BYTES);
  return toBase64(bytes);
}

/** The bytes of such Base64. */
export function unpacked(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = fromBase64(base64.trim());
  return collected(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")), MOST_BYTES);
}

/** A capsule's text, parted around its data; `undefined` where the text is no capsule. */
export function partsOf(html: string): { head: string; data: string; tail: string } | undefined {
  const tag = `id="${DATA_ID}">`;
  const start = html.indexOf(tag) + tag.length;
  const end = html.indexOf("<", start);
  if (start < tag.length || end < 0) return undefined;
  return { head: html.slice(0, start), data: html.slice(start, end), tail: html.slice(end) };
}

/** What the first line says; `undefined` where it says nothing of a capsule. */
export function readInfo(line: string): CapsuleInfo | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isInfo = typeof value === "object" && value !== null && "invoscopeCapsule" in value;
    return isInfo && value.invoscopeCapsule === 1 ? (value as CapsuleInfo) : undefined;
  } catch {
    return undefined;
  }
}

async function collected(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`expected at most ${most} bytes of data, found more`);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Arguments that a call takes without overflowing the stack. */
const STEP = 0x6000;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A multiple of three: the parts join to one Base64.
  for (let at = 0; at < bytes.length; at += STEP)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + STEP))));
  return parts.join("");
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
