/**
 * A scanner over the answer's bytes that builds no objects. It checks nothing: it trusts that the bytes are an
 * answer in the API's own shape, without escapes in the values that it reads.
 */
import { derive, outcomes } from "./figures.js";

const decoder = new TextDecoder("latin1");
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export function scan(body) {
  const ids = [];
  const counts = [];
  const dropped = [];
  const longest = [];
  let at = 0;

  const blank = () => {
    while (body[at] <= 0x20) at += 1;
  };
  /** Stands behind the literal; returns where its inside starts. */
  const string = () => {
    at += 1;
    const start = at;
    for (;;) {
      const byte = body[at];
      if (byte === QUOTE) break;
      at += byte === BACKSLASH ? 2 : 1;
    }
    at += 1;
    return start;
  };
  const text = () => {
    const start = string();
    return decoder.decode(body.subarray(start, at - 1));
  };
  const skip = () => {
    const first = body[at];
    if (first === QUOTE) string();
    else if (first === 0x7b || first === 0x5b) {
      let depth = 0;
      do {
        const byte = body[at];
        if (byte === QUOTE) {
          string();
          continue;
        }
        if (byte === 0x7b || byte === 0x5b) depth += 1;
        else if (byte === 0x7d || byte === 0x5d) depth -= 1;
        at += 1;
      } while (depth > 0);
    } else while (body[at] !== 0x2c && body[at] !== 0x7d && body[at] !== 0x5d && body[at] > 0x20) at += 1;
  };
  /** Calls `member` with the place and length of each name, standing before its value. */
  const object = (member) => {
    at += 1;
    for (;;) {
      blank();
      if (body[at] === 0x7d) break;
      if (body[at] === 0x2c) {
        at += 1;
        blank();
      }
      const start = string();
      const length = at - 1 - start;
      blank();
      at += 1;
      blank();
      member(start, length);
    }
    at += 1;
  };
  const array = (item) => {
    at += 1;
    for (;;) {
      blank();
      if (body[at] === 0x5d) break;
      if (body[at] === 0x2c) {
        at += 1;
        blank();
      }
      item();
    }
    at += 1;
  };
  const number = () => {
    let value = 0;
    while (body[at] >= 0x30 && body[at] <= 0x39) {
      value = value * 10 + body[at] - 0x30;
      at += 1;
    }
    return value;
  };
  const two = (place) => body[place] * 10 + body[place + 1] - 528;
  const time = () => {
    const start = string();
    if (at - 1 - start !== 20) return Number.NaN;
    const year = two(start) * 100 + two(start + 2);
    const clock = [two(start + 11), two(start + 14), two(start + 17)];
    return Date.UTC(year, two(start + 5) - 1, two(start + 8), ...clock);
  };

  let base = 0;
  let run = 0;
  let started = Number.NaN;
  let finished = Number.NaN;
  const instance = () => {
    started = Number.NaN;
    finished = Number.NaN;
    object((start, length) => {
      // Lengths and first letters tell the names of the API apart.
      const first = body[start];
      if (length === 16 && first === 0x49) counts[base + (outcomes.get(text()) ?? 7)] += 1;
      else if (length === 7 && first === 0x44) dropped[run] += number();
      else if (length === 9 && first === 0x53) started = time();
      else if (length === 10 && first === 0x46) finished = time();
      else skip();
    });
    const seconds = (finished - started) / 1000;
    if (seconds >= 0 && !(seconds <= longest[run])) longest[run] = seconds;
  };
  const invocation = () => {
    run = ids.length;
    base = run * 8;
    ids.push("");
    counts.push(0, 0, 0, 0, 0, 0, 0, 0);
    dropped.push(0);
    longest.push(Number.NaN);
    object((start, length) => {
      if (length === 8 && body[start] === 0x49 && body[start + 6] === 0x49) ids[run] = text();
      else if (length === 15) object(() => array(instance));
      else skip();
    });
  };
  blank();
  object((_, length) => {
    if (length === 11) object(() => array(invocation));
    else skip();
  });
  return {
    invokeIds: ids,
    statuses: ids.map((_, place) => derive(counts, place * 8)),
    counts: Uint32Array.from(counts),
    dropped: Float64Array.from(dropped),
    longestSeconds: Float64Array.from(longest),
  };
}
