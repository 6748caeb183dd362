/** A tag of a run. */
export interface Tag {
  readonly key?: string;
  readonly value?: string;
}

/** Members that the API page does not document, as they came. */
export interface WithExtra {
  readonly extra?: { readonly [name: string]: unknown };
}

/** One run. Absent fields are those that the answer does not have; `""` is the answer's own. */
export interface Invocation extends WithExtra {
  readonly creationTime?: string;
  readonly frequency?: string;
  readonly invocationStatus?: InvocationStatus;
  readonly repeatMode?: RepeatMode;
  readonly commandId?: string;
  readonly commandType?: CommandType;
  /** Not recommended by the API page; see `invocationStatus`. */
  readonly invokeStatus?: LegacyStatus;
  /** JSON text, in some answers an object. */
  readonly parameters?: unknown;
  readonly timed?: boolean;
  /** Base64 unless the request asked for `PlainText`. */
  readonly commandContent?: string;
  readonly commandName?: string;
  readonly commandDescription?: string;
  readonly invokeId?: string;
  readonly username?: string;
  readonly workingDir?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly containerId?: string;
  readonly containerName?: string;
  readonly terminationMode?: "Process" | "ProcessTree" | (string & {});
  readonly launcher?: string;
  readonly ossOutputDelivery?: string;
  readonly instances: readonly Instance[];
  readonly tags: readonly Tag[];
}

/** One instance in a run. */
export interface Instance extends WithExtra {
  readonly creationTime?: string;
  readonly updateTime?: string;
  readonly finishTime?: string;
  readonly invocationStatus?: InstanceStatus;
  readonly repeats?: number;
  readonly instanceId?: string;
  /** Base64 unless the request asked for `PlainText`. */
  readonly output?: string;
  /** Bytes that were cut from the output. */
  readonly dropped?: number;
  readonly stopTime?: string;
  /** Absent where there is none: a timeout has no exit code, not 0. */
  readonly exitCode?: number;
  readonly startTime?: string;
  readonly errorInfo?: string;
  readonly timed?: boolean;
  readonly errorCode?: string;
  /** Not recommended by the API page; see `invocationStatus`. */
  readonly instanceInvokeStatus?: LegacyStatus;
  readonly ossOutputStatus?: "InProgress" | "Finished" | "Failed" | (string & {});
  readonly ossOutputUri?: string;
  readonly ossOutputErrorCode?: string;
  readonly ossOutputErrorInfo?: string;
}

/** One result of `DescribeInvocationResults`. */
export interface InvocationResult extends WithExtra {
  readonly commandId?: string;
  readonly containerId?: string;
  readonly containerName?: string;
  readonly dropped?: number;
  readonly errorCode?: string;
  readonly errorInfo?: string;
  readonly exitCode?: number;
  readonly finishedTime?: string;
  readonly instanceId?: string;
  readonly invocationStatus?: InstanceStatus;
  readonly invokeId?: string;
  readonly invokeRecordStatus?: LegacyStatus;
  readonly launcher?: string;
  readonly ossOutputDelivery?: string;
  readonly ossOutputErrorCode?: string;
  readonly ossOutputErrorInfo?: string;
  readonly ossOutputStatus?: "InProgress" | "Finished" | "Failed" | (string & {});
  readonly ossOutputUri?: string;
  readonly output?: string;
  readonly repeats?: number;
  readonly startTime?: string;
  readonly stopTime?: string;
  readonly terminationMode?: "Process" | "ProcessTree" | (string & {});
  readonly username?: string;
  readonly tags: readonly Tag[];
}

/** Something in an answer that is not as documented and was kept as it came. */
export interface Notice {
  readonly code: "duplicate-field" | "unexpected-type" | "send-file" | (string & {});
  /** Such as `Invocation[3].ExitCode`, the record's zero-based index in the page. */
  readonly path: string;
  /** Zero-based byte offset just behind the value. */
  readonly offset: number;
}

/** The actions whose answers are read. */
export type Action = "DescribeInvocations" | "DescribeInvocationResults";

/** One answer. */
export interface Page extends WithExtra {
  readonly action: Action;
  readonly requestId?: string;
  readonly pageNumber?: number;
  readonly pageSize?: number;
  /** Without meaning beside `nextToken`. */
  readonly totalCount?: number;
  /** Absent, `null` or `""` on the last page. */
  readonly nextToken?: string | null;
  readonly invocations: readonly Invocation[];
  readonly results: readonly InvocationResult[];
  readonly notices: readonly Notice[];
}

/** The figures of the invocations of one answer, in its order, as columns. */
export interface AnswerFigures {
  readonly invokeIds: readonly string[];
  /** The derived status; `""` where the page's rules do not decide. */
  readonly statuses: readonly (InvocationStatus | "")[];
  /**
   * Instances by class, eight an invocation: pending, running, stopping, scheduled, success, failed,
   * stopped, unknown.
   */
  readonly counts: Uint32Array;
  /** Bytes that were cut from all outputs. */
  readonly dropped: Float64Array;
  /** What the slowest instance took from start to end; `NaN` where none has both times. */
  readonly longestSeconds: Float64Array;
}

/** The outputs of one answer, in the order of its instances. */
export interface DecodedOutputs {
  /** All of them, one behind the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends in `bytes`; equal to the one before where an instance has none. */
  readonly ends: Uint32Array;
}

/** The errors that every function here throws. */
export interface InvoscopeError extends Error {
  readonly name: "InvoscopeError";
  /** Stable; switch on it. */
  readonly code:
    | "json-syntax"
    | "json-depth"
    | "invalid-utf8"
    | "too-large"
    | "empty-answer"
    | "html-answer"
    | "not-an-answer"
    | "api-error"
    | "invalid-type"
    | "invalid-value"
    | "invalid-base64"
    | "invalid-schedule"
    | "invalid-pattern"
    | "not-found"
    | "invalid-state"
    | (string & {});
  /** Zero-based byte offset in the input. */
  readonly offset?: number;
  /** Path of the offending value, such as `Tag[2].Key`. */
  readonly path?: string;
  /** The service's error envelope, for `api-error`. */
  readonly api?: ApiErrorEnvelope;
}

/** The service's error envelope. */
export interface ApiErrorEnvelope {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly hostId?: string;
  readonly recommend?: string;
  /** JSON text. */
  readonly accessDeniedDetail?: string;
}
