import { readdirSync, readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

const bytes = (text) => Buffer.from(text, "utf8");

/** Every text in a value, however deep. */
function textsOf(value) {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsOf);
}

const members = (answers, name) => {
  const pattern = new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]+)"`, "g");
  return answers.flatMap((answer) => [...answer.toString("utf8").matchAll(pattern)].map(([, text]) => text));
};

/** Eight bytes of an instant in Unix seconds, two of an offset, then the text: what the check takes apart. */
function scheduleSeed({ expression, after = 1_795_608_015, offset = 28_800 }) {
  const head = Buffer.alloc(10);
  head.writeBigInt64LE(BigInt(after));
  head.writeInt16LE(offset, 8);
  return Buffer.concat([head, bytes(expression)]);
}

/** Pages that bring records, fail and end, as three bytes an action. */
const pagingScripts = [
  [3, 2, 1, 5, 9, 1, 7, 14, 1, 9, 0, 1],
  [3, 2, 1, 4, 0, 1, 4, 0, 127, 3, 200, 127],
  [3, 1, 1, 0, 0, 1, 3, 5, 1, 2, 0, 128],
].map((script) => Buffer.from(script));

/** What parses as JSON; two of the documented answers do not. */
function jsonOf(answer) {
  try {
    return JSON.parse(answer.toString("utf8"));
  } catch {
    return null;
  }
}

/**
 * Inputs for libFuzzer to start from, by target, in the form that the target's
 * check takes apart: the documented answers and what they hold.
 */
export function seedsOf({ answers, jsonCases, schedules, terminal }) {
  const outputs = [...members(answers, "Output"), ...members(answers, "CommandContent")];
  const printed = [...terminal, ...outputs.map((text) => Buffer.from(text, "base64").toString("utf8"))];
  const separator = Buffer.from([0xff]);
  const sentences = answers.flatMap((answer) => textsOf(jsonOf(answer)));
  return {
    answer: [
      ...answers,
      ...jsonCases.map((text) => bytes(`{"Invocations":[{"InvokeId":"t-1","Unknown":${text}}]}`)),
    ],
    base64: outputs.map((text) => Buffer.concat([Buffer.from([5]), bytes(text)])),
    terminal: printed.map(bytes),
    schedule: schedules.map(scheduleSeed),
    error_info: [...new Set(sentences)].map(bytes),
    pagination: pagingScripts,
    diff_search: printed.map((text, index) =>
      Buffer.concat([bytes("e"), separator, bytes(text), separator, bytes(printed[index + 1] ?? "")]),
    ),
  };
}

const fixture = (...path) => readFileSync(inRoot("tests", "fixtures", ...path));

/** The fixtures that seeds are made of. */
export function readFixtures() {
  const json = (...path) => JSON.parse(fixture(...path).toString("utf8"));
  const schedules = [...json("schedule", "next-runs.json").cases, ...json("schedule", "words.json").cases];
  return {
    answers: readdirSync(inRoot("tests", "fixtures", "answers")).map((name) => fixture("answers", name)),
    jsonCases: json("json", "cases.json").flatMap(({ text }) => text ?? []),
    schedules: schedules.map(({ expression, after }) => ({ expression, after })),
    terminal: json("terminal", "sgr.json").cases.map(({ input }) => input),
  };
}
