import { hashText } from "../random.ts";

/**
 * A row's place in the list: runs newest first, within a run the newest repeat first, then the instances in
 * order. A place stays valid when newer rows appear before it.
 */
export interface RowPlace {
  sequence: number;
  repeat: number;
  instance: number;
}

/** Negative when `left` is listed before `right`. */
export function comparePlaces(left: RowPlace, right: RowPlace): number {
  return right.sequence - left.sequence || right.repeat - left.repeat || left.instance - right.instance;
}

/** Writes the place of the last row of a page as an opaque token that is bound to the query's filters. */
export function writeToken(place: RowPlace, filterText: string): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(place.sequence, 0);
  bytes.writeUInt32BE(place.repeat, 4);
  bytes.writeUInt16BE(place.instance, 8);
  bytes.writeUInt32BE(checksum(place, filterText), 12);
  return `AAAAAV${bytes.toString("base64url")}`;
}

/** Reads a token; undefined when it was not written for these filters. */
export function readToken(token: string, filterText: string): RowPlace | undefined {
  const match = /^AAAAAV([A-Za-z0-9_-]{22})$/.exec(token);
  if (match?.[1] === undefined) return undefined;
  const bytes = Buffer.from(match[1], "base64url");
  const place = {
    sequence: bytes.readUInt32BE(0),
    repeat: bytes.readUInt32BE(4),
    instance: bytes.readUInt16BE(8),
  };
  // Comparing the whole token also refuses spellings that decode to the same bytes.
  return writeToken(place, filterText) === token ? place : undefined;
}

function checksum(place: RowPlace, filterText: string): number {
  return hashText(`${place.sequence}/${place.repeat}/${place.instance}/${filterText}`);
}
