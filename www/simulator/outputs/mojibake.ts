const READ_BYTES = 2048;

/**
 * UTF-8 output as the Windows agent reports it on a Chinese system: each read is decoded as GBK by itself, so
 * a character on a read's edge becomes U+FFFD.
 */
export function readAsGbk(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  let misread = "";
  for (let start = 0; start < bytes.length; start += READ_BYTES) {
    misread += new TextDecoder("gbk").decode(bytes.subarray(start, start + READ_BYTES));
  }
  return new TextEncoder().encode(misread);
}
