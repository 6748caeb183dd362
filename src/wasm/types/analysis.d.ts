/** What a masked token is. Kinds may be added. */
export type MaskKind =
  | "self"
  | "instance"
  | "ip"
  | "mac"
  | "pid"
  | "time"
  | "duration"
  | "uuid"
  | "hex"
  | "size"
  | "percent"
  | "temp"
  | "number"
  | (string & {});

/** One masked token: `source.slice(start, end)` is what stood there. */
export interface MaskSpan {
  kind: MaskKind;
  start: number;
  end: number;
}

/** A text with what differs without meaning replaced by `<kind>`. */
export interface MaskedText {
  text: string;
  /** In order, without overlap, in the text before masking. */
  spans: MaskSpan[];
}

export interface FingerprintOptions {
  /** Mask noise first, and take runs of blanks as one space. Default false. */
  masked?: boolean;
  /** Names of the machine that printed the text: instance id, host name. */
  ownNames?: readonly string[];
}

export interface DiffOptions {
  /** Unchanged lines around each change. Default 3. */
  context?: number;
  /** Lines that are equal once noise is masked count as equal. Default false. */
  ignoreMasked?: boolean;
  /** White space and CR at the end of a line do not count. Default true. */
  ignoreTrailingSpace?: boolean;
  /** Names of the machine that printed the reference. */
  referenceNames?: readonly string[];
  /** Names of the machine that printed the other text. */
  otherNames?: readonly string[];
}

/** UTF-16 offsets: `text.slice(start, end)`. */
export interface TextRange {
  start: number;
  end: number;
}

/** One line of a hunk. Line numbers are one-based. */
export interface DiffLine {
  /** `similar`: equal by the options alone; `text` is the other text's. */
  kind: "equal" | "similar" | "removed" | "added";
  /** Absent for an added line. */
  referenceLine?: number;
  /** Absent for a removed line. */
  otherLine?: number;
  /** The line without its line feed. */
  text: string;
  /** Of a similar line: how the reference has it. */
  referenceText?: string;
  /** What differs from the line it replaces or is replaced by. */
  emphasis: TextRange[];
}

/** Changes near each other, with their context. */
export interface DiffHunk {
  referenceStart: number;
  referenceCount: number;
  otherStart: number;
  otherCount: number;
  /** Within a change, removed lines come first. */
  lines: DiffLine[];
}

export interface LineDiff {
  /** Empty where the texts count as equal. */
  hunks: DiffHunk[];
  added: number;
  removed: number;
  /** One-based; one past the last line where one text ended. */
  firstDifference?: { referenceLine: number; otherLine: number };
  /** One text ends with a line break and the other does not. */
  finalNewlineDiffers: boolean;
  /** The inputs were too unlike to find the shortest diff: more lines are shown as changed than need be. */
  coarse: boolean;
}

/** What to look for. A match lies within one line. */
export interface SearchQuery {
  /** At most 1,000 bytes in UTF-8. */
  pattern: string;
  /** Linear-time expressions: no look-around, no back-references. Default false. */
  regex?: boolean;
  /** Default false. */
  caseSensitive?: boolean;
  /** Over many outputs: those without a match. Default false; no effect in `searchText`. */
  invert?: boolean;
  /** How many matches are located; all are counted. Default 100. */
  limit?: number;
}

/** One match: `line.slice(start, end)` in UTF-16 units; bytes are of UTF-8. */
export interface SearchMatch {
  /** One-based. */
  line: number;
  start: number;
  end: number;
  startByte: number;
  endByte: number;
}

export interface TextMatches {
  count: number;
  matches: SearchMatch[];
  /** Matches were left out of `matches`, or of `count` in a line with over 1,000. */
  truncated: boolean;
}

/** Durations in seconds. Percentiles are by nearest rank, so each is one of the values. */
export interface DurationStats {
  count: number;
  /** Values left out: negative, infinite, not a number. */
  ignored: number;
  min: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
  /** Median distance from the median. */
  mad: number;
  /** A finished run above this stands out; absent below eight values. */
  slowAbove?: number;
  /** A run still going on above this stands out; absent below eight values. */
  lateAbove?: number;
}

/** Outputs that are equal, white space at line ends aside. */
export interface EqualGroup {
  /** 32 hexadecimal digits, stable across versions and machines. */
  fingerprint: string;
  count: number;
  /** In order of appearance; never empty. */
  members: number[];
  /** The lowest among the members. */
  exitCode?: number;
  /** How many members succeeded. */
  succeeded: number;
}

/** Outputs that are equal once noise is masked, as groups of equal ones, largest first. */
export interface SimilarGroup {
  fingerprint: string;
  count: number;
  exitCode?: number;
  succeeded: number;
  groups: EqualGroup[];
}

export interface OutputGroups {
  /** The output to compare the others with: of the largest group, then of the lowest exit code. */
  reference: number | null;
  /** Largest first. */
  similar: SimilarGroup[];
}

/** Why a line was chosen. Reasons may be added. */
export type DecisiveReason =
  | "resource-exhausted"
  | "failure-word"
  | "not-in-reference"
  | "last-line"
  | (string & {});

/** A line that says why a run failed. */
export interface DecisiveLine {
  /** One-based. */
  line: number;
  text: string;
  /** Weightiest first. */
  reasons: DecisiveReason[];
}

/** Failures of one kind: same error code, same exit code, same decision. */
export interface FailureFamily {
  /** Empty where there is none. */
  errorCode: string;
  exitCode?: number;
  /** What `decision` is: an exhausted resource, the masked decisive line, the masked `ErrorInfo`, or nothing. */
  basis: "resource" | "line" | "error-info" | "codes" | (string & {});
  decision: string;
  count: number;
  /** In order of appearance; the lines are of the first. */
  members: number[];
  /** At most three, in their order. */
  lines: DecisiveLine[];
  /** The number of the line that decides; it is among `lines`. */
  decisiveLine?: number;
  decisiveText?: string;
}

/** One output that a search over many wants. */
export interface OutputMatches extends TextMatches {
  index: number;
}

export interface SearchResult {
  outputs: OutputMatches[];
  searched: number;
  /** Matches in all outputs. */
  count: number;
  truncated: boolean;
}

/** Capture groups of an expression as a table: one row per output that matches. */
export interface SearchColumns {
  columns: { name: string; values: { value: string; count: number }[] }[];
  rows: { index: number; values: (string | null)[] }[];
}
