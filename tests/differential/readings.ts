/**
 * Everything that the module says of some bytes, as text that two builds of it can be compared by.
 *
 * @module
 */
import type * as invoscope from "invoscope";
import { isInvoscopeError } from "invoscope";

/** What is compared: the module's functions, without those of the package around it. */
export type Module = Pick<
  typeof invoscope,
  | "decodeBase64"
  | "decodeBase64Strict"
  | "decodeOutputs"
  | "decodeUtf8"
  | "fingerprint"
  | "guessCharset"
  | "inspectBase64"
  | "InvocationStore"
  | "maskText"
  | "parse"
  | "readAnswer"
  | "readOutput"
  | "searchText"
  | "styledLines"
  | "summarize"
>;

/** Every view of a store that has read one answer. */
function views({ InvocationStore }: Module, body: Uint8Array): unknown {
  const store = new InvocationStore();
  try {
    const report = store.ingest(body, { includeOutput: true });
    const list = store.list({ ungrouped: true });
    const runs = list.rows.slice(0, 8).map(({ id }) => {
      const instance = store.referenceInstance(id);
      return [
        [store.raw(id), store.run(id), store.summary(id), store.families(id), store.groups(id)],
        [store.history(id), store.instances(id, undefined), store.search(id, { pattern: "e" })],
        instance === undefined ? undefined : store.output(id, instance),
      ];
    });
    return [report, list, runs, store.proposeRunSets()];
  } finally {
    store.free();
  }
}

const decoder = new TextDecoder();

type Reading = (module: Module, bytes: Uint8Array) => unknown;

const READINGS: Readonly<Record<string, Reading>> = {
  parse: ({ parse }, bytes) => parse(bytes),
  summarize: ({ summarize }, bytes) => summarize(bytes),
  decodeOutputs: ({ decodeOutputs }, bytes) => decodeOutputs(bytes),
  readAnswer: ({ readAnswer }, bytes) => readAnswer(bytes),
  store: views,
  decodeBase64: ({ decodeBase64 }, bytes) => decodeBase64(bytes),
  decodeBase64Strict: ({ decodeBase64Strict }, bytes) => decodeBase64Strict(bytes),
  inspectBase64: ({ inspectBase64 }, bytes) => inspectBase64(bytes),
  decodeUtf8: ({ decodeUtf8 }, bytes) => decodeUtf8(bytes),
  guessCharset: ({ guessCharset }, bytes) => guessCharset(bytes),
  readOutput: ({ readOutput }, bytes) => readOutput(decoder.decode(bytes)),
  styledLines: ({ styledLines }, bytes) => styledLines(decoder.decode(bytes)),
  searchText: ({ searchText }, bytes) => searchText(decoder.decode(bytes), "e"),
  maskText: ({ maskText }, bytes) => maskText(decoder.decode(bytes), ["web-1"]),
  fingerprint: ({ fingerprint }, bytes) => fingerprint(decoder.decode(bytes), undefined),
};

/** The value, or the error with its place; a trap is told apart from both. */
function outcome(reading: Reading, module: Module, bytes: Uint8Array): string {
  try {
    return JSON.stringify(reading(module, bytes)) ?? "undefined";
  } catch (error) {
    if (!isInvoscopeError(error)) return `trap: ${error}`;
    const { code, offset, path, message } = error;
    return JSON.stringify({ code, offset, path, message });
  }
}

/** The names of the readings in which two modules differ, or in which one traps. */
export function differences(
  one: Module,
  other: Module,
  bytes: Uint8Array,
  names: readonly string[] = Object.keys(READINGS),
): string[] {
  return names.filter((name) => {
    const reading = READINGS[name];
    if (reading === undefined) throw new Error(`there is no reading ${name}`);
    const said = outcome(reading, one, bytes);
    return said.startsWith("trap") || said !== outcome(reading, other, bytes);
  });
}
