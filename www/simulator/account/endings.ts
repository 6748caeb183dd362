import type { Ending } from "./run.ts";

/** Exit code 0. */
export const SUCCESS: Ending = { status: "Success", exitCode: 0 };

/** The process ended with another code. */
export function exitCode(code: number): Ending {
  return {
    status: "Failed",
    exitCode: code,
    errorCode: "ExitCodeNonzero",
    errorInfo: "The command execution exit code is not zero",
  };
}

/** Error codes of the DescribeInvocations page, with the status that each leads to and the page's sentence. */
const REASONS: Readonly<Record<string, readonly [status: string, errorInfo: string]>> = {
  InstanceNotExists: ["Aborted", "The specified instance does not exist"],
  InstanceReleased: ["Aborted", "The specified instance was released during task execution"],
  InstanceNotRunning: ["Aborted", "The specified instance was not running during task execution"],
  CommandNotApplicable: [
    "Invalid",
    "The OS type of the instance does not support the specified command type",
  ],
  AccountNotExists: ["Invalid", "The specified account does not exist"],
  DirectoryNotExists: ["Invalid", "The specified directory does not exist"],
  BadCronExpression: ["Invalid", "The cron expression is invalid"],
  ClientNotRunning: ["Aborted", "The aliyun service is not running on the instance"],
  ClientNotResponse: ["Aborted", "The aliyun service in the instance does not response"],
  ClientIsUpgrading: ["Aborted", "The aliyun service in the instance is upgrading during task execution"],
  ClientNeedUpgrade: [
    "Aborted",
    "The aliyun service in the instance need to be upgraded to at least 2.2.3.309 to support the environment parameter feature",
  ],
  DeliveryTimeout: ["Aborted", "The command delivery has been timeout"],
  ExecutionTimeout: ["Timeout", "The command execution has been timeout"],
  ExecutionException: ["Error", "The command execution got an exception"],
  ExecutionInterrupted: ["Error", "the command execution has been interrupted"],
  SecurityGroupRuleDenied: ["Aborted", "The security group rules denied access to the aliyun service"],
  TaskConcurrencyLimit: ["Aborted", "The number of concurrent tasks on the instance exceeds the limit"],
  ClientNetworkBlocked: ["Aborted", "The network of the instance is blocked"],
};

/** Every error code that an ending may have, besides ExitCodeNonzero. */
export const REASON_CODES: readonly string[] = Object.keys(REASONS);

/** The ending that an error code stands for; there is no exit code. */
export function brokenBy(errorCode: string): Ending {
  const [status, errorInfo] = REASONS[errorCode] ?? ["Error", ""];
  return { status, errorCode, errorInfo };
}
