/**
 * GBK in reverse, for `repairMojibake`: one entry a character, `character << 16 | lead << 8 | trail`, ascending.
 *
 * Made of the platform's own decoder when it is needed (23,940 entries, tens of milliseconds), so that the module
 * carries no table. Keep the result.
 */
export function buildGbkTable(): Uint32Array {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
    }
  }
  const characters = new TextDecoder("gbk").decode(new Uint8Array(bytes)).split("\n");
  const table = new Uint32Array(bytes.length / 3);
  for (let index = 0; index < table.length; index++) {
    const character = (characters[index] ?? "").charCodeAt(0);
    const [lead = 0, trail = 0] = bytes.slice(3 * index, 3 * index + 2);
    table[index] = (character << 16) | (lead << 8) | trail;
  }
  return table.sort();
}
