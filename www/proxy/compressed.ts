import { brotliCompressSync, constants, gzipSync } from "node:zlib";

type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of a file by content coding (RFC 9110 §8.4.1), best first; `identity` as they are. */
export type Representations = ReadonlyMap<string, Bytes>;

/**
 * Compresses a file once, for every answer; a coding that makes it no smaller is left out. Brotli's level 5 takes a
 * twentieth of the time of its highest and leaves a tenth more bytes, so a console is ready within the start of the
 * server.
 */
export function representationsOf(bytes: Bytes): Representations {
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
  });
  const smaller = [
    ["br", new Uint8Array(brotli)] as const,
    ["gzip", new Uint8Array(gzipSync(bytes))] as const,
  ].filter(([, coded]) => coded.byteLength < bytes.byteLength);
  return new Map([...smaller, ["identity", bytes]]);
}

/**
 * The coding to answer with: the first of those at hand that `Accept-Encoding` names and does not weigh with zero
 * (RFC 9110 §12.5.3). A wildcard is no wish for a coding; whoever names none gets the bytes as they are.
 */
export function chosenCoding(accepted: string | null, representations: Representations): string {
  const wanted = new Set(
    (accepted ?? "")
      .toLowerCase()
      .split(",")
      .map((item) => item.split(";").map((part) => part.trim()))
      .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ""))
      .map(([coding]) => coding),
  );
  return [...representations.keys()].find((coding) => wanted.has(coding)) ?? "identity";
}
