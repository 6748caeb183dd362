// Types of `catalog`.

/** A language tag; `zh` and its regions give Chinese, every other tag English. */
export type LocaleTag = "zh-CN" | "en" | (string & {});

/** The `ErrorCode` of an instance; open, for codes that are not documented yet. */
export type InstanceErrorCode =
  | ""
  | "InstanceNotExists"
  | "InstanceReleased"
  | "InstanceNotRunning"
  | "CommandNotApplicable"
  | "AccountNotExists"
  | "DirectoryNotExists"
  | "BadCronExpression"
  | "ClientNotRunning"
  | "ClientNotResponse"
  | "ClientIsUpgrading"
  | "ClientNeedUpgrade"
  | "DeliveryTimeout"
  | "ExecutionTimeout"
  | "ExecutionException"
  | "ExecutionInterrupted"
  | "ExitCodeNonzero"
  | "SecurityGroupRuleDenied"
  | "TaskConcurrencyLimit"
  | "ClientNetworkBlocked"
  | (string & {});

/** The `Code` of a refused request; open, for codes that are not documented. */
export type ApiErrorCode =
  | "RegionId.ApiNotSupported"
  | "NumberExceed.Tags"
  | "Duplicate.TagKey"
  | "InvalidTagKey.Malformed"
  | "InvalidTagValue.Malformed"
  | "MissingParameter.TagKey"
  | "InvalidParam.PageNumber"
  | "InvalidParam.PageSize"
  | "InvalidParameter.NextToken"
  | "InvalidParameter.MaxResults"
  | "Operation.Forbidden"
  | "InvalidRegionId.NotFound"
  | "InternalError.Dispatch"
  | "InternalError"
  | "ServiceUnavailable"
  | "UnknownError"
  | "Throttling"
  | "Throttling.User"
  | "Throttling.Api"
  | "InvalidAccessKeyId.NotFound"
  | "SignatureDoesNotMatch"
  | "IncompleteSignature"
  | "InvalidTimeStamp.Expired"
  | "SignatureNonceUsed"
  | "Forbidden.RAM"
  | "NoPermission"
  | "InvalidSecurityToken.Expired"
  | (string & {});

/** Which field a status stands in; the `legacy` ones are not recommended by the API. */
export type StatusScope = "instance" | "invocation" | "legacy-invocation" | "legacy-instance";

/** What an explanation was found by. */
export type ExplanationKind =
  | "error-code"
  | "error-info"
  | "status"
  | "exit-code"
  | "api-error"
  | "line"
  | "unknown";

/** Who can fix a cause. */
export type Who = "script-author" | "instance-owner" | "network-admin" | "account-admin" | "alibaba-cloud";

/**
 * Whether a retry helps.
 *
 * - `safe`: nothing ran, or only a query was asked.
 * - `useless`: a repetition gives the same result.
 * - `needs-fix-first`: it helps once the cause is fixed.
 * - `depends`: the command may have run in part; is it repeatable?
 */
export type RetryClass = "safe" | "useless" | "needs-fix-first" | "depends";

/** A document that an explanation relies on. */
export interface ExplanationSource {
  name: string;
  url?: string;
}

/** One entry of the catalog, applied to one text. */
export interface CatalogEntry {
  /** The code, sentence, number or line that was asked, unchanged. */
  subject: string;
  kind: ExplanationKind;
  /** Whether the catalog has an entry; if not, the texts say so. */
  known: boolean;
  /** The entry's id, such as `error/ClientNotRunning`. */
  entry: string | null;
  locale: "zh-CN" | "en";
  /** Commands that show the proof; `<…>` stands for a value to fill in. */
  commands: string[];
  /** Who can do it, likeliest first; empty where nobody needs to. */
  who: Who[];
  /** `who` in words. */
  whoLabels: string[];
  /** `null` where nothing failed or nothing is known. */
  retry: RetryClass | null;
  /** `retry` in words. */
  retryLabel: string | null;
  sources: ExplanationSource[];
  /** Values read from the subject. */
  values: {
    /** `ClientNeedUpgrade`: the minimum agent version. */
    version?: string;
    /** `ClientNeedUpgrade`: the feature that needs it. */
    feature?: string;
    /** `SecurityGroupRuleDenied`: the group that denies. */
    securityGroupId?: string;
    /** `SecurityGroupRuleDenied`: the address denied. */
    ip?: string;
    /** The exit code in decimal. */
    code?: string;
    /** The exit code as NTSTATUS, such as `0xC0000005`. */
    hex?: string;
    /** The signal's number. */
    signal?: string;
    /** The signal's or the agent error's name. */
    name?: string;
    /** The HTTP status. */
    http?: string;
  };
}

/** A {@link CatalogEntry} with its texts. */
export interface Explanation extends CatalogEntry {
  /** A headline. */
  title: string;
  /** What happened. */
  cause: string;
  /** The proof to look for. */
  check: string;
  /** What to do. */
  fix: string;
}
