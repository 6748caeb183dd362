/** The clock that a schedule follows. */
export type ScheduleZone =
  /** None is named: the system zone of each instance, which no answer tells. */
  | { kind: "instance" }
  | { kind: "utc"; name: "UTC"; offsetSeconds: 0 }
  | { kind: "offset"; name: `GMT${"+" | "-"}${string}`; offsetSeconds: number }
  /** A name of the time zone database, such as `Asia/Shanghai`. */
  | { kind: "named"; name: string };

/** Every value, or the plain ones and those that depend on the month (`L`, `LW`, `15W`, `5L`, `5#3`). */
export type ScheduleField = "*" | { values: number[]; special: string[] };

/** When a command runs. */
export type Schedule =
  | { kind: "rate"; count: number; unit: "s" | "m" | "h" | "d"; intervalSeconds: number }
  /** `local` is `yyyy-MM-dd HH:mm:ss` on the clock of the zone. */
  | { kind: "at"; local: string; zone: ScheduleZone }
  | {
      kind: "cron";
      zone: ScheduleZone;
      fields: {
        second: ScheduleField;
        minute: ScheduleField;
        hour: ScheduleField;
        dayOfMonth: ScheduleField;
        month: ScheduleField;
        /** 0 = Sunday to 6 = Saturday. */
        dayOfWeek: ScheduleField;
        year: ScheduleField;
      };
    };

/** The rule behind a finding about a schedule. */
export type ScheduleFindingCode =
  | "rate-below-60-seconds"
  | "rate-above-7-days"
  | "at-in-the-past"
  | "cron-empty-range"
  | "cron-days-either"
  | "cron-never-runs"
  | "cron-interval-below-10-seconds"
  | "cron-has-ended";

/** A schedule with what is wrong or surprising about it. */
export interface CheckedSchedule {
  schedule: Schedule;
  /** `parameter` is always `Frequency`. */
  findings: Finding<ScheduleFindingCode>[];
}

/** Which runs are wanted. Instants are seconds since the epoch, fractions rounded down. */
export interface RunQuery {
  /** The first run is later than this. */
  after: number;
  /** How many; at most 1000 are given. */
  count: number;
  /** No run at this instant or later; give the end of the time that `transitions` covers. */
  until?: number;
  /** When the task was created: `rate()` counts from there. */
  startedAt?: number;
  /**
   * Offsets of the schedule's zone, or of the one to assume where it names
   * none: `[seconds since the epoch, seconds east of UTC]`, each saying which
   * offset begins when. The first also counts before its time.
   */
  transitions?: [number, number][];
}

/** The next runs, with what they rest on. */
export interface NextRuns {
  /** Seconds since the epoch, ascending. */
  runs: number[];
  /**
   * `instance-zone`: the schedule follows each instance's own zone, which is not
   * known; the runs are those of `transitions`, of UTC without them.
   * `start`: the creation of the task is not known; the interval is counted
   * from `after`. Empty where the runs are certain.
   */
  assumptions: ("instance-zone" | "start" | (string & {}))[];
  /** Whether the schedule has no run after these. */
  hasEnded: boolean;
}
