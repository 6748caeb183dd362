/** How a run repeats and what its end ends: words for values of the API. */
interface Modes {
  /** By `RepeatMode`. */
  readonly repeat: Readonly<Record<string, string>>;
  /** By `TerminationMode`. */
  readonly termination: Readonly<Record<string, string>>;
}

export const en: Modes = {
  repeat: {
    Once: "once",
    Period: "on a schedule",
    NextRebootOnly: "at the next reboot",
    EveryReboot: "at every reboot",
    DryRun: "dry run",
  },
  termination: {
    Process: "ends the script alone",
    ProcessTree: "ends the script and what it started",
  },
};

export const zh: Modes = {
  repeat: {
    Once: "立即执行一次",
    Period: "定时执行",
    NextRebootOnly: "下次启动时",
    EveryReboot: "每次启动时",
    DryRun: "预检",
  },
  termination: {
    Process: "仅结束脚本进程",
    ProcessTree: "结束脚本及其启动的进程",
  },
};
