/** How JavaScript does the same: as people write it, as well as it can be written, and with the official SDK. */
import { apiNames, figures, sdkNames } from "./figures.js";
import { scan } from "./scanner.js";

const decoder = new TextDecoder();
const strict = new TextDecoder("utf-8", { fatal: true });

export const parse = (body) => JSON.parse(decoder.decode(body));

const runsOf = (page) => page.Invocations.Invocation;
const membersOf = (run) => run.InvokeInstances.InvokeInstance;

const digits = (text, at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** Milliseconds of `2020-01-19T09:15:46Z`, not checked. */
function parseApiTime(text) {
  if (text.length !== 20) return Number.NaN;
  return Date.UTC(
    digits(text, 0) * 100 + digits(text, 2),
    digits(text, 5) - 1,
    digits(text, 8),
    digits(text, 11),
    digits(text, 14),
    digits(text, 17),
  );
}

const outputsOf = (page) => runsOf(page).flatMap((run) => membersOf(run).map((one) => one.Output ?? ""));

const atobBytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Into one buffer where the engine can, which is faster than an array each. */
function bestBytes(text) {
  if (!Uint8Array.fromBase64) return atobBytes(text);
  const bytes = new Uint8Array((text.length / 4) * 3);
  const { written } = bytes.setFromBase64(text);
  return bytes.subarray(0, written);
}

export const idiomatic = {
  name: "idiomatic JS",
  summary: (body) => figures(runsOf(parse(body)), membersOf, apiNames, Date.parse),
  bytes: (body) => outputsOf(parse(body)).map(atobBytes),
  strings: (body) => outputsOf(parse(body)).map((text) => decoder.decode(atobBytes(text))),
};

export const best = {
  name: "best JS",
  summary: (body) => figures(runsOf(JSON.parse(strict.decode(body))), membersOf, apiNames, parseApiTime),
  bytes: (body) => outputsOf(parse(body)).map(bestBytes),
  copies: (body) => outputsOf(parse(body)).map(bestBytes),
  strings: (body) => outputsOf(parse(body)).map((text) => decoder.decode(bestBytes(text))),
};

export const scanner = { name: "JS byte scanner, not validating", summary: scan };

/** Needs the models, which only the bundle of the SDK has. */
export function sdk({ DescribeInvocationsResponseBody, cast }) {
  return {
    name: "official SDK's models",
    summary: (body) => {
      const page = cast(parse(body), new DescribeInvocationsResponseBody({}));
      const members = (run) => run.invokeInstances.invokeInstance;
      return figures(page.invocations.invocation, members, sdkNames, Date.parse);
    },
  };
}
