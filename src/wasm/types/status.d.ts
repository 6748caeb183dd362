/** Status of a run. An unlisted value is passed on unchanged; never treat it as finished. */
export type InvocationStatus =
  | "Pending"
  | "Scheduled"
  | "Running"
  | "Success"
  | "Failed"
  | "Stopping"
  | "Stopped"
  | "PartialFailed"
  | (string & {});

/** Status of one instance in a run. An unlisted value is passed on unchanged. */
export type InstanceStatus =
  | "Pending"
  | "Invalid"
  | "Aborted"
  | "Running"
  | "Success"
  | "Failed"
  | "Error"
  | "Timeout"
  | "Cancelled"
  | "Stopping"
  | "Terminated"
  | "Scheduled"
  | "Stopped"
  | (string & {});

/** `InvokeStatus`, `InstanceInvokeStatus`: the vocabulary that the API page does not recommend. */
export type LegacyStatus =
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

/** The classes into which the page's aggregation rules sort instance statuses. */
export type Outcome =
  | "pending"
  | "running"
  | "stopping"
  | "scheduled"
  | "success"
  | "failed"
  | "stopped"
  | "unknown";

/** Number of instances per class. */
export type Counts = { readonly total: number } & { readonly [outcome in Outcome]: number };

/** The sentence of the page that decided a derived status. */
export type AggregateRule =
  | "any-pending"
  | "any-running"
  | "any-stopping"
  | "any-scheduled"
  | "all-stopped"
  | "success-or-stopped"
  | "failed-or-stopped"
  | "success-and-failed"
  | "unknown-status"
  | "no-instances"
  | (string & {});

/** How a reported status stands to the derived one. */
export type Agreement = "agrees" | "differs" | "undecided";

/** What the instances of a run say together. */
export interface Aggregate {
  /** The derived status; `null` where the page's rules do not decide. */
  readonly status: InvocationStatus | null;
  readonly rule: AggregateRule;
  readonly counts: Counts;
}

/** What is known of a status without its run. */
export interface StatusFacts {
  readonly outcome: Outcome;
  /** Whether the status can change no more; `false` for an unlisted one. */
  readonly isTerminal: boolean;
  /** Whether the command succeeded; `false` for an unlisted one. */
  readonly isSuccess: boolean;
  /** The value of the other vocabulary, where sources tell. */
  readonly legacy: LegacyStatus | null;
}
