import { isInvoscopeError } from "invoscope";

/** A file that was dropped or chosen, or a text that was pasted; a paste has no name. */
export interface SavedFile {
  readonly name: string;
  readonly body: Uint8Array;
}

/** Why a file could not be opened: what the module says, and the place counted from the file's first byte. */
export class SavedAnswerError extends Error {
  override readonly name = "SavedAnswerError";
  readonly code: string;
  readonly file: string;
  readonly bytes: number;
  readonly offset: number | undefined;
  readonly path: string | undefined;

  constructor({ name, body }: SavedFile, cause: unknown, lineStart = 0) {
    const isKnown = isInvoscopeError(cause);
    const offset = isKnown && cause.offset !== undefined ? lineStart + cause.offset : undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    // The module counts from the first byte of what it is given: in a file of lines, from that of the line.
    super(offset === undefined ? why : why.replace(/ at byte \d+$/, ` at byte ${offset}`), { cause });
    this.code = isKnown ? cause.code : "unreadable";
    this.file = name;
    this.bytes = body.length;
    this.offset = offset;
    this.path = isKnown ? cause.path : undefined;
  }
}
