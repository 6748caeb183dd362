import type { Outcome } from "invoscope";

export interface StatusWords {
  /** By status of a run or an instance. */
  readonly words: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** Where the rules do not decide. */
  readonly none: string;
  /** By the sentence of the API page that decided a derived status. */
  readonly rules: Readonly<Record<string, string>>;
}

export const en: StatusWords = {
  words: {
    Pending: "Pending",
    Scheduled: "Scheduled",
    Running: "Running",
    Success: "Success",
    Finished: "Finished",
    Failed: "Failed",
    PartialFailed: "Partly failed",
    Invalid: "Invalid",
    Aborted: "Not sent",
    Error: "Error",
    Timeout: "Timed out",
    Stopping: "Stopping",
    Stopped: "Stopped",
    Cancelled: "Cancelled",
    Terminated: "Terminated",
  },
  outcomes: {
    pending: "pending",
    running: "running",
    stopping: "stopping",
    scheduled: "scheduled",
    success: "succeeded",
    failed: "failed",
    stopped: "stopped",
    unknown: "unknown",
  },
  none: "Undecided",
  rules: {
    "any-pending": "at least one instance is pending",
    "any-running": "at least one instance is running",
    "any-stopping": "at least one instance is stopping",
    "any-scheduled": "at least one instance is scheduled",
    "all-stopped": "every instance was stopped",
    "success-or-stopped": "every instance succeeded or was stopped",
    "failed-or-stopped": "every instance failed or was stopped",
    "success-and-failed": "some instances succeeded and some failed",
    "unknown-status": "an instance has a status that is not documented",
    "no-instances": "the answer lists no instance",
  },
};

export const zh: StatusWords = {
  words: {
    Pending: "等待下发",
    Scheduled: "等待定时执行",
    Running: "执行中",
    Success: "成功",
    Finished: "已完成",
    Failed: "失败",
    PartialFailed: "部分失败",
    Invalid: "无效",
    Aborted: "未下发",
    Error: "出错",
    Timeout: "超时",
    Stopping: "停止中",
    Stopped: "已停止",
    Cancelled: "已取消",
    Terminated: "已终止",
  },
  outcomes: {
    pending: "等待下发",
    running: "执行中",
    stopping: "停止中",
    scheduled: "等待定时执行",
    success: "成功",
    failed: "失败",
    stopped: "已停止",
    unknown: "未知",
  },
  none: "无法判定",
  rules: {
    "any-pending": "至少有一台实例等待下发",
    "any-running": "至少有一台实例执行中",
    "any-stopping": "至少有一台实例停止中",
    "any-scheduled": "至少有一台实例等待定时执行",
    "all-stopped": "所有实例都已停止",
    "success-or-stopped": "所有实例成功或已停止",
    "failed-or-stopped": "所有实例失败或已停止",
    "success-and-failed": "部分实例成功，部分实例失败",
    "unknown-status": "有实例的状态未在文档中列出",
    "no-instances": "返回结果中没有实例",
  },
};
