/** A deviation from canonical Base64 that leaves every whole byte certain. */
export interface Base64Tolerance {
  readonly kind:
    | "white-space"
    | "url-safe"
    | "json-escape"
    | "trailing-bits"
    | "excess-padding"
    | "missing-padding"
    | "cut"
    | (string & {});
  /** Number of characters or escapes concerned. */
  readonly count: number;
  /** Zero-based offset of the first. */
  readonly firstOffset: number;
  /** Zero-based offset of the last. */
  readonly lastOffset: number;
}

/** The part of a text that was not decoded. */
export interface Base64Rest {
  /** Zero-based index of the character that ended decoding; only ASCII stands before it. */
  readonly offset: number;
  /** Number of UTF-8 bytes not decoded. */
  readonly length: number;
  readonly reason: "foreign-byte" | "early-padding" | "after-padding" | (string & {});
  /** The byte at `offset`. */
  readonly byte: number;
}

/** What a forgiving decode found beside the bytes. */
export interface Base64Report {
  /** Length of the text in UTF-8 bytes. */
  readonly readBytes: number;
  readonly decodedBytes: number;
  /** Whether `decodeBase64Strict` accepts the text. */
  readonly canonical: boolean;
  /** One entry a kind. */
  readonly tolerated: readonly Base64Tolerance[];
  readonly rest?: Base64Rest;
}

/** Cut characters and damage of UTF-8. An absent member is zero. */
export interface TextFlaws {
  /** Bytes of a cut character before the text: 1 to 3. */
  readonly cutStart?: number;
  /** Bytes of a cut character after the text: 1 to 3. */
  readonly cutEnd?: number;
  /** Number of U+FFFD that stand for damaged bytes. */
  readonly replaced?: number;
  readonly damagedBytes?: number;
  /** The first 64 damaged places, in bytes from the start of the input. */
  readonly damage?: readonly { readonly offset: number; readonly length: number }[];
}

/** The text of bytes, and what of the bytes is not in it. */
export interface DecodedText {
  readonly text: string;
  readonly flaws: TextFlaws;
}

/** A charset and how well bytes fit it. */
export interface CharsetCandidate {
  /** A label for `TextDecoder`. */
  readonly charset: "utf-8" | "gb18030" | "utf-16le" | "big5" | "shift_jis" | (string & {});
  /** 0 to 100. */
  readonly confidencePercent: number;
}

/** Text whose lines were UTF-8 read as GBK, undone. Offer it, do not apply it. */
export interface TextRepair {
  readonly text: string;
  /** 0 to 100. */
  readonly confidencePercent: number;
  readonly repairedLines: number;
  /** Places whose bytes are gone; each is one U+FFFD in `text`. */
  readonly lost: number;
}

/** Colours and attributes that differ from plain text. */
export interface TextStyle {
  /** A palette index (0–7 normal, 8–15 bright, 16–255 the 256-colour palette) or `#rrggbb`. */
  readonly foreground?: number | `#${string}`;
  readonly background?: number | `#${string}`;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly inverse?: true;
  readonly conceal?: true;
  readonly strike?: true;
}

/** A run of text with one style; it has no control character. */
export interface StyledSpan {
  readonly text: string;
  readonly style?: TextStyle;
  /** An `http:`, `https:` or `mailto:` target in ASCII. */
  readonly link?: string;
}

/** A character that changes how a line reads without being seen. */
export interface InvisibleCharacter {
  /** Zero-based index in the line's text. */
  readonly offset: number;
  readonly codePoint: number;
  readonly kind: "bidi" | "zero-width" | "separator" | (string & {});
}

/** One line of an output. */
export interface StyledLine {
  readonly spans: readonly StyledSpan[];
  readonly invisible?: readonly InvisibleCharacter[];
}

/** What is known of a run beside its output. */
export interface RunContext {
  /** `Dropped` of the answer. */
  readonly dropped?: number | null;
  /** `RepeatMode` of the answer. */
  readonly repeatMode?: string | null;
  /** From start to finish, in milliseconds. */
  readonly durationMs?: number | null;
}

/** Bytes that an output once had. Offsets are estimates. */
export interface Loss {
  readonly place: "front" | "middle";
  /** First and last byte offset of the output at which the hole may be. */
  readonly earliestOffset: number;
  readonly latestOffset: number;
  readonly droppedBytes: number;
  readonly words: { readonly zh: string; readonly en: string };
}

/** An encoding, and whether it is known or guessed. */
export interface EncodingGuess {
  readonly encoding: ContentEncoding;
  readonly certain: boolean;
  readonly reason:
    | "requested"
    | "empty"
    | "contradicts-request"
    | "decodes-to-text"
    | "long-base64"
    | "masked-base64"
    | "not-base64"
    | "decodes-to-no-text"
    | (string & {});
}

/** One `Output` field, read whole. */
export interface OutputReading {
  readonly text: string;
  /** Length of the bytes behind the text. */
  readonly byteLength: number;
  readonly encoding: EncodingGuess;
  /** Present when the field was read as Base64. */
  readonly base64?: Base64Report;
  /** Present when the bytes are not the text. */
  readonly flaws?: TextFlaws;
  /** Present when the text is damaged. */
  readonly charsets?: readonly CharsetCandidate[];
  /** Present when `repairMojibake` is worth offering. */
  readonly looksMisread?: true;
  /** Present when `dropped` says that bytes were lost. */
  readonly loss?: Loss;
}
