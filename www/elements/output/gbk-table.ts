let table: Uint32Array | undefined;

/** The pairs of GBK by character, from the browser's own decoder: nothing to download. */
export function gbkTable(): Uint32Array {
  if (table !== undefined) return table;
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
  }
  const texts = new TextDecoder("gbk").decode(new Uint8Array(bytes)).split("\n");
  table = new Uint32Array(bytes.length / 3);
  for (let n = 0; n < table.length; n++) {
    const [lead = 0, trail = 0] = bytes.slice(3 * n, 3 * n + 2);
    table[n] = ((texts[n]?.charCodeAt(0) ?? 0) << 16) | (lead << 8) | trail;
  }
  table.sort();
  return table;
}
