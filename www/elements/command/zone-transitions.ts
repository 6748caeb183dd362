import { parseSchedule } from "invoscope";

const HALF_HOUR_S = 1800;
const DAY_S = 86_400;

/** The offsets of a schedule's named zone from an instant on, from the browser's own database. */
export function transitionsOf(
  frequency: string,
  afterSeconds: number,
  days: number,
): [number, number][] | undefined {
  const { schedule } = parseSchedule(frequency);
  if (schedule.kind === "rate" || schedule.zone.kind !== "named") return undefined;
  const format = new Intl.DateTimeFormat("en", { timeZone: schedule.zone.name, timeZoneName: "longOffset" });
  const offsetAt = (seconds: number): number => readOffset(format, seconds);
  const transitions: [number, number][] = [[afterSeconds, offsetAt(afterSeconds)]];
  let offset = offsetAt(afterSeconds);
  for (let day = 1; day <= days; day++) {
    const end = afterSeconds + day * DAY_S;
    if (offsetAt(end) === offset) continue;
    let at = end - DAY_S;
    while (offsetAt(at) === offset) at += HALF_HOUR_S;
    // Zones change on a whole half hour of the clock.
    at -= at % HALF_HOUR_S;
    offset = offsetAt(end);
    transitions.push([at, offset]);
  }
  return transitions;
}

/** Reads `GMT+08:00`. */
function readOffset(format: Intl.DateTimeFormat, seconds: number): number {
  const name =
    format.formatToParts(seconds * 1000).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const match = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (match === null) return 0;
  const [, sign, hours, minutes, rest = "0"] = match;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return sign === "-" ? -size : size;
}
