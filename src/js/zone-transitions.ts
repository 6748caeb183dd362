/** A shorter stretch of daylight saving than any zone has: during Ramadan it lasts weeks. */
const PROBE_SECONDS = 7 * 86_400;

/**
 * Offsets of a time zone from the platform's own database, for `nextRuns`: pairs of seconds since 1970 and
 * seconds east of UTC, the first at `from`.
 *
 * @param timeZone An IANA name such as `Asia/Shanghai`.
 * @param from Seconds since 1970.
 * @param to Seconds since 1970; ten milliseconds a year, so keep it near.
 * @throws RangeError for a name that the platform does not know.
 */
export function zoneTransitions(timeZone: string, from: number, to: number): [number, number][] {
  const offsetAt = offsetReader(timeZone);
  let offset = offsetAt(from);
  const transitions: [number, number][] = [[from, offset]];
  for (let start = from; start < to; start += PROBE_SECONDS) {
    const end = Math.min(start + PROBE_SECONDS, to);
    const next = offsetAt(end);
    if (next === offset) continue;
    transitions.push([changeBetween(start, end, offset, offsetAt), next]);
    offset = next;
  }
  return transitions;
}

/** The first second of another offset, by halving. */
function changeBetween(start: number, end: number, offset: number, offsetAt: (at: number) => number): number {
  let [before, after] = [start, end];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function offsetReader(timeZone: string): (seconds: number) => number {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (seconds) => {
    const parts = clock.formatToParts(seconds * 1000);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find((one) => one.type === type)?.value);
    const local = Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    );
    return local / 1000 - seconds;
  };
}
