/** Kind of script. Values that are not listed are sent unchanged. */
export type CommandType = "RunBatScript" | "RunPowerShellScript" | "RunShellScript" | (string & {});

/** Overall status to filter by. */
export type InvokeStatus =
  | "Running"
  | "Finished"
  | "Success"
  | "Failed"
  | "Stopped"
  | "Stopping"
  | "PartialFailed"
  | "Pending"
  | "Scheduled"
  | (string & {});

/** Status to filter by in `DescribeInvocationResults`. */
export type InvokeRecordStatus =
  | "Running"
  | "Finished"
  | "Success"
  | "Failed"
  | "PartialFailed"
  | "Stopped"
  | "Stopping"
  | (string & {});

/** How a run repeats. */
export type RepeatMode = "Once" | "Period" | "NextRebootOnly" | "EveryReboot" | (string & {});

/** How `CommandContent` and `Output` are written in the answer. */
export type ContentEncoding = "PlainText" | "Base64" | (string & {});

/** A tag to filter by: without a value, any value matches. */
export interface RequestTag {
  /** 1 to 64 characters, not starting with `aliyun` or `acs:`. */
  Key?: string;
  /** Up to 128 characters; may be empty. */
  Value?: string;
}

/**
 * The parameters of both actions, with the API's names.
 *
 * Everything is optional, so that an unfinished form can be checked. The
 * functions also read the official SDK's camelCase names, and numbers and
 * booleans written as text; an empty text sets nothing.
 */
export interface InvocationRequest {
  /** The region; required. */
  RegionId?: string;
  /** Finds runs that were started with this resource group. */
  ResourceGroupId?: string;
  /** One run. */
  InvokeId?: string;
  /** The runs of one command. */
  CommandId?: string;
  /** `DescribeInvocations` only; no effect beside `InstanceId`. */
  CommandName?: string;
  /** `DescribeInvocations` only. */
  CommandType?: CommandType;
  /** `DescribeInvocations` only: `true` for runs that will start by themselves again. */
  Timed?: boolean;
  /** `DescribeInvocations` only; `PartialFailed` has no effect beside `InstanceId`. */
  InvokeStatus?: InvokeStatus;
  /** `DescribeInvocationResults` only. */
  InvokeRecordStatus?: InvokeRecordStatus;
  /** The runs on one instance. */
  InstanceId?: string;
  /** Default of the service: `Base64`. */
  ContentEncoding?: ContentEncoding;
  /** `DescribeInvocations` only; needs `InvokeId` or `InstanceId`. */
  IncludeOutput?: boolean;
  /** `DescribeInvocationResults` only; needs `InvokeId`. */
  IncludeHistory?: boolean;
  /** @deprecated Page with `NextToken`. */
  PageNumber?: number;
  /** @deprecated Page with `MaxResults`. */
  PageSize?: number;
  /** Records a page, 1 to 50; default of the service: 10. */
  MaxResults?: number;
  /** The token of the answer before, unchanged. */
  NextToken?: string;
  /** `DescribeInvocations` only; no effect beside `InstanceId`. */
  RepeatMode?: RepeatMode;
  /** At most 20, no repeated keys. */
  Tag?: RequestTag[];
  /** In the official SDK, not on the API page. */
  OwnerAccount?: string;
  /** In the official SDK, not on the API page; text beyond 2^53 - 1. */
  OwnerId?: number | string;
  /** In the official SDK, not on the API page. */
  ResourceOwnerAccount?: string;
  /** In the official SDK, not on the API page; text beyond 2^53 - 1. */
  ResourceOwnerId?: number | string;
}

/** How much a finding matters: refused, not used, about to be dropped, doubtful. */
export type Severity = "error" | "ignored" | "deprecated" | "warning";

/** The rule behind a finding of `validateRequest`. */
export type RequestFindingCode =
  | "unknown-parameter"
  | "duplicate-parameter"
  | "invalid-type"
  | "unknown-value"
  | "not-a-parameter-of-action"
  | "region-id-missing"
  | "command-name-ignored"
  | "invoke-status-ignored"
  | "repeat-mode-ignored"
  | "include-output-needs-id"
  | "include-history-needs-invoke-id"
  | "parameter-deprecated"
  | "page-number-out-of-range"
  | "page-size-out-of-range"
  | "page-with-next-token"
  | "max-results-out-of-range"
  | "tag-count-exceeded"
  | "tag-key-missing"
  | "tag-key-too-long"
  | "tag-key-reserved"
  | "tag-key-url"
  | "tag-key-duplicate"
  | "tag-value-too-long"
  | "tag-value-url";

/** One documented rule that an input breaks or meets. */
export interface Finding<Code extends string = RequestFindingCode> {
  /** The rule; stable between versions. */
  code: Code | (string & {});
  /** A path into the input: `MaxResults`, `Tag[2].Key` (zero-based, the API's `Tag.3`). */
  parameter: string;
  severity: Severity;
  /** The rule in a sentence; may change between versions. */
  message: { zh: string; en: string };
}
