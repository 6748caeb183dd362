const STOPPED = new Set(["Cancelled", "Terminated"]);
const FAILED = new Set(["Invalid", "Aborted", "Failed", "Timeout", "Error"]);
const ACTIVE = ["Pending", "Running", "Stopping", "Scheduled"];

/**
 * The overall InvocationStatus, by the rules of the DescribeInvocations page. The page leaves open which of
 * the "at least one" rules wins; the earliest stage does, since it says best how far the run still has to go.
 * A status outside the page's list becomes the overall status unchanged.
 */
export function overallStatus(statuses: readonly string[]): string {
  const active = ACTIVE.find((status) => statuses.includes(status));
  if (active !== undefined) return active;
  const unknown = statuses.find(
    (status) => status !== "Success" && !STOPPED.has(status) && !FAILED.has(status),
  );
  if (unknown !== undefined) return unknown;
  const hasSuccess = statuses.includes("Success");
  const hasFailure = statuses.some((status) => FAILED.has(status));
  if (hasSuccess) return hasFailure ? "PartialFailed" : "Success";
  return hasFailure ? "Failed" : "Stopped";
}

/** The older InstanceInvokeStatus: Finished says that the process ended, whatever its exit code. */
export function legacyInstanceStatus(status: string): string {
  if (status === "Success" || status === "Failed") return "Finished";
  if (STOPPED.has(status)) return "Stopped";
  return FAILED.has(status) ? "Failed" : "Running";
}

/**
 * The older overall InvokeStatus. A scheduled run is Running until it is stopped; a finished one counts as
 * Failed only where an instance timed out or could not run, not where the exit code was not zero.
 */
export function legacyOverallStatus(statuses: readonly string[]): string {
  if (statuses.includes("Stopping")) return "Stopping";
  const legacy = statuses.map(legacyInstanceStatus);
  if (legacy.includes("Running")) return "Running";
  if (legacy.every((status) => status === "Stopped")) return "Stopped";
  if (legacy.every((status) => status === "Failed")) return "Failed";
  return legacy.includes("Failed") ? "PartialFailed" : "Finished";
}
