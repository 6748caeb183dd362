import { expect, test } from "vitest";
import {
  legacyInstanceStatus,
  legacyOverallStatus,
  overallStatus,
} from "../../www/simulator/account/status.ts";

// The rules of InvocationStatus on the DescribeInvocations page.
test.each([
  [["Success", "Pending"], "Pending"],
  [["Failed", "Running"], "Running"],
  [["Success", "Stopping"], "Stopping"],
  [["Success", "Scheduled"], "Scheduled"],
  [["Pending", "Running", "Stopping", "Scheduled"], "Pending"],
  [["Success", "Success"], "Success"],
  [["Success", "Cancelled", "Terminated"], "Success"],
  [["Invalid", "Aborted", "Failed", "Timeout", "Error"], "Failed"],
  [["Failed", "Terminated"], "Failed"],
  [["Cancelled", "Terminated"], "Stopped"],
  [["Success", "Failed"], "PartialFailed"],
  [["Success", "Failed", "Cancelled"], "PartialFailed"],
  [["Success", "Quarantined"], "Quarantined"],
])("instances %j make the run %s", (statuses, overall) => {
  expect(overallStatus(statuses)).toBe(overall);
});

// InvokeStatus: Finished says that processes ended, not that they succeeded.
test.each([
  [["Failed"], "Finished"],
  [["Success", "Failed"], "Finished"],
  [["Success", "Terminated"], "Finished"],
  [["Timeout", "Aborted"], "Failed"],
  [["Success", "Timeout"], "PartialFailed"],
  [["Cancelled", "Terminated"], "Stopped"],
  [["Success", "Stopping"], "Stopping"],
  [["Pending", "Success"], "Running"],
  [["Scheduled"], "Running"],
])("instances %j make the older status %s", (statuses, overall) => {
  expect(legacyOverallStatus(statuses)).toBe(overall);
});

test.each([
  ["Success", "Finished"],
  ["Failed", "Finished"],
  ["Timeout", "Failed"],
  ["Error", "Failed"],
  ["Terminated", "Stopped"],
  ["Scheduled", "Running"],
  ["Quarantined", "Running"],
])("an instance that is %s is %s in the older vocabulary", (status, legacy) => {
  expect(legacyInstanceStatus(status)).toBe(legacy);
});
