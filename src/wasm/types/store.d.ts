/** A sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What the request tells about its answer. */
export interface IngestContext {
  /** The request's `ContentEncoding`, where it is known. */
  readonly encoding?: "Base64" | "PlainText";
  /** The request's `IncludeOutput`. Unless `true`, an empty output replaces none that was read before. */
  readonly includeOutput?: boolean;
}

/** What an answer changed. */
export interface IngestReport {
  readonly action: Action;
  readonly requestId?: string;
  readonly nextToken?: string;
  readonly totalCount?: number;
  /** The page's runs in its order. */
  readonly invokeIds: readonly string[];
  readonly runsAdded: number;
  readonly runsChanged: number;
  readonly instancesAdded: number;
  readonly instancesChanged: number;
  /** Instances that came older than what is stored, by `UpdateTime`. */
  readonly instancesStale: number;
  readonly notices: readonly Notice[];
}

/** Which runs, in which order. */
export interface ListQuery {
  /** Text that the id, name, description, command id or an instance id holds; ASCII case does not matter. */
  readonly text?: string;
  readonly statuses?: readonly InvocationStatus[];
  readonly commandTypes?: readonly CommandType[];
  readonly repeatModes?: readonly RepeatMode[];
  readonly sort?: "created" | "name" | "instances" | "failed";
  readonly reverse?: boolean;
  /** Each `InvokeId` alone, rather than with its run set. */
  readonly ungrouped?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** One run or run set in a list. */
export interface RunRow {
  /** The id to ask more with: an `InvokeId`, or those of the set joined by commas. */
  readonly id: string;
  readonly invokeIds: readonly string[];
  readonly commandName?: string;
  readonly commandDescription?: string;
  readonly commandId?: string;
  readonly commandType?: CommandType;
  readonly creationTime?: string;
  readonly repeatMode?: RepeatMode;
  readonly frequency?: string;
  /** `"true"` or `"false"`. */
  readonly timed?: string;
  readonly username?: string;
  readonly containerName?: string;
  readonly tags: readonly Tag[];
  /** The derived status; `null` where the page's rules do not decide. */
  readonly status: InvocationStatus | null;
  readonly rule: AggregateRule;
  readonly counts: Counts;
  /** What the answers report, each status once. */
  readonly reported: readonly InvocationStatus[];
  /** Whether both say the same. */
  readonly agreement: Agreement;
}

/** A slice of the list. */
export interface RunRows {
  /** Rows that pass the filter. */
  readonly total: number;
  readonly rows: readonly RunRow[];
}

/** Which instances of a run, in which order. */
export interface InstanceQuery {
  /** Text that the instance id, status, error code or error info holds; ASCII case does not matter. */
  readonly text?: string;
  readonly outcomes?: readonly Outcome[];
  readonly statuses?: readonly InstanceStatus[];
  readonly instanceIds?: readonly string[];
  /** Only instances whose output lost bytes. */
  readonly truncated?: boolean;
  /** `attention`: failures first, then what is unknown or moves, then the rest. */
  readonly sort?: "attention" | "instanceId" | "status" | "exitCode" | "duration" | "started" | "output";
  readonly reverse?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** One instance in a run. */
export interface InstanceRow {
  readonly invokeId: string;
  /** The status; of answers before 2020, what the older vocabulary tells. */
  readonly status: InstanceStatus;
  readonly outcome: Outcome;
  readonly instanceId?: string;
  readonly instanceInvokeStatus?: LegacyStatus;
  readonly errorCode?: string;
  readonly errorInfo?: string;
  readonly repeats?: string;
  readonly creationTime?: string;
  readonly startTime?: string;
  readonly finishTime?: string;
  readonly stopTime?: string;
  readonly updateTime?: string;
  readonly ossOutputStatus?: string;
  readonly ossOutputUri?: string;
  readonly ossOutputErrorCode?: string;
  readonly ossOutputErrorInfo?: string;
  /** Absent where there is none. */
  readonly exitCode?: number;
  /** Bytes that were cut from the output. */
  readonly dropped: number;
  /** Bytes of the output that are here. */
  readonly outputBytes: number;
  /** From creation to start; absent of a run that a schedule or a reboot starts. */
  readonly queueSeconds?: number;
  /** From start to end. */
  readonly runSeconds?: number;
}

/** A slice of the instances. */
export interface InstanceRows {
  readonly total: number;
  readonly rows: readonly InstanceRow[];
}

/** What an operator wants to know first. */
export interface Summary {
  readonly run: RunRow;
  /** Number of failure families. */
  readonly families: number;
  /** Instances whose output lost bytes. */
  readonly truncated: number;
  readonly droppedBytes: number;
  /** Instances whose output is here. */
  readonly outputs: number;
  /** Ended instances whose output is not here. */
  readonly outputsMissing: number;
  readonly firstStart?: string;
  readonly lastFinish?: string;
  /** From creation to start; absent of a run that a schedule or a reboot starts. */
  readonly queueSeconds?: DurationStats;
  /** From start to end. */
  readonly runSeconds?: DurationStats;
  /** "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated". */
  readonly headline: Bilingual;
}

/** Failures of one kind. */
export interface FamilyRow {
  /** `""` where they have none. */
  readonly errorCode: string;
  readonly exitCode?: number;
  readonly statuses: readonly InstanceStatus[];
  /** What the decision rests on. */
  readonly basis: "resource" | "line" | "error-info" | "codes";
  /** What they have in common, masked. */
  readonly decision: string;
  readonly count: number;
  /** In the order of the answers; the first stands for all. */
  readonly instanceIds: readonly string[];
  /** Up to three lines of the first instance's output that say why it failed. */
  readonly lines: readonly DecisiveLine[];
  /** One-based number of the line that decides. */
  readonly decisiveLine?: number;
  readonly decisiveText?: string;
}

/** Successes whose outputs are equal. */
export interface GroupRow {
  /** Stable name of the text. */
  readonly fingerprint: string;
  /** Stable name of the text without what differs by machine and time. */
  readonly similarTo: string;
  readonly exitCode?: number;
  readonly count: number;
  /** In the order of the answers; the first stands for all. */
  readonly instanceIds: readonly string[];
  /** Whether this is the output to compare others with. */
  readonly isReference: boolean;
  /** The first line that is not blank. */
  readonly firstLine: string;
  readonly lines: number;
}

/** The fields of a run; the command's content as text. */
export type RunDetail = Omit<Invocation, "instances" | "commandContent"> & {
  readonly commandContent?: string;
  /** Whether executions of a periodic run were read. */
  readonly hasHistory?: boolean;
};

/** What a search over the outputs of a run found. */
export interface OutputHits {
  /** The outputs wanted, in the order of the answers. Lines are of the text without control sequences. */
  readonly outputs: readonly (TextMatches & { readonly instanceId: string })[];
  /** Outputs that were searched. */
  readonly searched: number;
  /** Matches in all outputs. */
  readonly count: number;
  /** Whether matches were left out. */
  readonly truncated: boolean;
}
