/**
 * Reads one extreme body with a fresh module and says what came of it.
 *
 * Plain JavaScript: a fresh Node and a page load it as it stands.
 *
 * @module
 */

/** A body of a start, many pieces and an end. */
function body(start, piece, count, end) {
  const pieces = Array.from({ length: count }, (_, index) => piece(index));
  return new TextEncoder().encode(`${start}${pieces.join(",")}${end}`);
}

const RUN = '{"Invocations":[{"InvokeId":"t-1","InvokeInstances":[';
const RUN_END = "]}]}";
const MEGABYTES_200 = 200_000_000;
const MILLION = 2 ** 20;

/** 24 KB of output, of which no two are equal: 6000 groups of four characters. */
const output = (index) => `${String(index).padStart(8, "0")}${"QUJD".repeat(5998)}`;
const withOutput = (index) =>
  `{"InstanceId":"i-${index}","InvocationStatus":"Success","Output":"${output(index)}"}`;
const bare = (index) => `{"InstanceId":"i-${index}"}`;
const unknown = (value) =>
  new TextEncoder().encode(`{"Invocations":[{"InvokeId":"t-1","Unknown":${value}}]}`);

const BODIES = {
  outputs: () => body(RUN, withOutput, 8300, RUN_END),
  cut: () => body(RUN, withOutput, 8300, ""),
  // The run is one more.
  million: () => body(RUN, bare, MILLION - 1, RUN_END),
  "more than a million": () => body(RUN, () => "{}", MEGABYTES_200 / 3, RUN_END),
  "duplicate members": () => body('{"Invocations":[{', () => '"Timed":true', MEGABYTES_200 / 13, "}]}"),
  "unknown members": () => body('{"Invocations":[{', () => '"a":1', MEGABYTES_200 / 6, "}]}"),
  digits: () => unknown("9".repeat(MEGABYTES_200)),
  text: () => unknown(`"${"云".repeat(MEGABYTES_200 / 3)}"`),
  escapes: () => unknown(`"${"\\u4e91".repeat(MEGABYTES_200 / 6)}"`),
  depth: () => unknown("[".repeat(MEGABYTES_200 / 2) + "]".repeat(MEGABYTES_200 / 2)),
  blanks: () => new TextEncoder().encode(" ".repeat(MEGABYTES_200)),
  zeros: () => new Uint8Array(MEGABYTES_200),
};

const READINGS = {
  ingest({ InvocationStore }, bytes) {
    const store = new InvocationStore();
    const { runsAdded } = store.ingest(bytes, { includeOutput: true });
    return { runs: runsAdded, instances: store.instanceCount };
  },
  parse({ parse }, bytes) {
    const { invocations } = parse(bytes);
    return { runs: invocations.length, instances: invocations[0].instances.length };
  },
  readAnswer({ readAnswer }, bytes) {
    const { runs } = readAnswer(bytes);
    return { runs: runs.length, instances: runs[0].instances.length };
  },
  summarize({ summarize }, bytes) {
    const { invokeIds, counts } = summarize(bytes);
    return { runs: invokeIds.length, instances: counts.reduce((sum, count) => sum + count, 0) };
  },
};

/** What came of it, in how long, and how far the module's memory grew, which never shrinks. */
export function measure(glue, module, shape, reading) {
  const { memory } = glue.initSync({ module });
  const bytes = BODIES[shape]();
  const before = memory.buffer.byteLength;
  const from = performance.now();
  let outcome;
  try {
    outcome = READINGS[reading](glue, bytes);
  } catch (error) {
    outcome = error.code ?? String(error);
  }
  const ms = Math.round(performance.now() - from);
  return {
    outcome,
    ms,
    megabytes: bytes.length / 1e6,
    grownMegabytes: (memory.buffer.byteLength - before) / 1e6,
  };
}
