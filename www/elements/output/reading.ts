import {
  buildGbkTable,
  type CharsetCandidate,
  type DecodedText,
  decodeUtf8,
  guessCharset,
  type Loss,
  looksMisread,
  repairMojibake,
  type StyledLine,
  styledLines,
  truncation,
} from "invoscope";

import { derived } from "../session/derived.ts";
import { outputOf, rowsById, runOf } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";
import { hasControls, withControls } from "./controls.ts";

let gbk: Uint32Array | undefined;

/** How the bytes are read: as they came, with control characters written out, undone mojibake, or another charset. */
export type ReadAs = "received" | "controls" | "repaired" | (string & {});

/** An output, ready to be drawn. */
export interface Reading {
  readonly text: string;
  /** In UTF-8. */
  readonly bytes: number;
  readonly lines: readonly StyledLine[];
  readonly flaws: DecodedText["flaws"];
  /** Where bytes are missing, and before which line (zero-based) to draw that. */
  readonly loss?: Loss | undefined;
  readonly lossLine: number;
  /** Whether control characters did more than colour: they may have overwritten or erased text. */
  readonly hasControls: boolean;
  /** Whether an undoing of UTF-8 read as GBK is worth offering. */
  readonly isMisread: boolean;
  /** Other charsets that fit, best first. */
  readonly charsets: readonly CharsetCandidate[];
}

export function readingOf(session: Session, id: string, instanceId: string, readAs: ReadAs): Reading {
  return derived(session, `reading ${id} ${instanceId} ${readAs}`, () => {
    const received = outputOf(session, id, instanceId);
    const bytes = session.store.outputBytes(id, instanceId);
    const text = readAs === "received" ? received.text : reread(received.text, bytes, readAs);
    const loss = lossOf(session, id, instanceId, bytes.length);
    const isDamaged = (received.flaws.damagedBytes ?? 0) > 0;
    return {
      text,
      bytes: new Blob([text]).size,
      lines: styledLines(text),
      flaws: received.flaws,
      loss,
      lossLine: loss === undefined ? 0 : lineAt(bytes, loss),
      hasControls: hasControls(received.text),
      isMisread: looksMisread(received.text),
      charsets: isDamaged ? guessCharset(bytes).filter(({ charset }) => charset !== "utf-8") : [],
    };
  });
}

function reread(received: string, bytes: Uint8Array, readAs: string): string {
  if (readAs === "controls") return withControls(received);
  if (readAs === "repaired") {
    gbk ??= buildGbkTable();
    return repairMojibake(received, gbk)?.text ?? received;
  }
  return new TextDecoder(readAs).decode(bytes);
}

function lossOf(session: Session, id: string, instanceId: string, length: number): Loss | undefined {
  const row = rowsById(session, id).get(instanceId);
  if (row === undefined || row.dropped === 0) return undefined;
  const { repeatMode } = runOf(session, id);
  const durationMs = row.runSeconds === undefined ? null : row.runSeconds * 1000;
  return (
    truncation(length, { dropped: row.dropped, repeatMode: repeatMode ?? null, durationMs }) ?? undefined
  );
}

/** The hole is somewhere between two offsets; it is drawn at the line that the first of them is in. */
function lineAt(bytes: Uint8Array, loss: Loss): number {
  if (loss.place === "front") return 0;
  const { text } = decodeUtf8(bytes.subarray(0, loss.earliestOffset));
  return text.split("\n").length;
}
