/** The jobs, through the package's public API, against JavaScript doing the same. */
import { decodeOutputs, InvocationStore, Outputs, receiveAnswer, summarize } from "invoscope";
import { models } from "./models.js";
import { answer, shapes } from "./payloads.js";
import { best, idiomatic, parse, scanner, sdk } from "./peers.js";
import { mustBeSame } from "./same.js";
import { compare, spread } from "./timing.js";

/** Where the outputs of an answer lie in one buffer, as arrays of their own. */
function separate({ bytes, ends }) {
  let start = 0;
  return Array.from(ends, (end) => {
    const one = bytes.subarray(start, end);
    start = end;
    return one;
  });
}

/** What `read` makes of the outputs of an answer, which stay in the module's memory until then. */
function withOutputs(body, read) {
  const outputs = new Outputs(body);
  try {
    return read(outputs);
  } finally {
    outputs.free();
  }
}

const invoscope = {
  name: "invoscope",
  summary: summarize,
  bytes: (body) => withOutputs(body, (outputs) => outputs.byteLength),
  copies: (body) => separate(decodeOutputs(body)),
  strings: (body) => withOutputs(body, (outputs) => outputs.texts()),
  /** What a job leaves in the module's memory, to be compared. */
  left: {
    bytes: (body) =>
      withOutputs(body, (outputs) => Array.from({ length: outputs.length }, (_, at) => outputs.bytes(at))),
  },
};

const sidesOf = {
  summary: [idiomatic, best, scanner, sdk(models), invoscope],
  bytes: [idiomatic, best, invoscope],
  copies: [best, invoscope],
  strings: [idiomatic, best, invoscope],
};

/** One job on one kind of page. Bodies change from call to call, so that nothing learns one by heart. */
export function comparePage(job, shape, variant, options) {
  const count = shape === "P1" ? 24 : 6;
  const bodies = Array.from({ length: count }, (_, seed) =>
    answer({ ...shapes[shape], ...variant, seed: seed + 1 }),
  );
  const sides = sidesOf[job];
  for (const body of bodies.slice(0, 2)) {
    const expected = best[job](body);
    for (const side of sides) {
      const found = (side.left?.[job] ?? side[job])(body);
      mustBeSame(expected, found, `${job}, ${shape}, ${side.name}`);
    }
  }
  const rows = compare(
    sides.map((side) => ({ name: side.name, run: (n) => side[job](bodies[n % count]) })),
    options,
  );
  return { bodyBytes: bodies[0].length, rows };
}

/** Fetches an answer over loopback and sums it up. */
export async function compareFetching(urls, rounds) {
  const { figures, apiNames } = await import("./figures.js");
  const members = (run) => run.InvokeInstances.InvokeInstance;
  const sides = [
    {
      name: "response.json() and reduce",
      run: async (url) => {
        const page = await (await fetch(url)).json();
        return figures(page.Invocations.Invocation, members, apiNames, Date.parse);
      },
    },
    {
      name: "invoscope",
      run: async (url) => {
        const answer = await receiveAnswer(await fetch(url));
        try {
          return answer.summarize();
        } finally {
          answer.free();
        }
      },
    },
  ];
  mustBeSame(await sides[0].run(urls[0]), await sides[1].run(urls[0]), "fetch");
  const samples = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const at = (turn + round) % sides.length;
      globalThis.gc?.();
      const startedMs = performance.now();
      await sides[at].run(urls[round % urls.length]);
      samples[at].push(performance.now() - startedMs);
    }
  }
  return sides.map(({ name }, at) => ({
    name,
    ms: spread(samples[at]),
    ratio: at === 1 ? undefined : spread(samples[0].map((ms, round) => ms / samples[1][round])),
  }));
}

const context = { encoding: "Base64", includeOutput: true };

/** A page that is read again, a twentieth of its instances changed. */
export function compareRefresh(shape, options) {
  const pages = [0, 1].map((change) => answer({ ...shapes[shape], seed: 1, change }));
  const store = new InvocationStore();
  store.ingest(pages[0], context);
  const runs = new Map();
  const merge = (body) => {
    let changed = 0;
    for (const run of parse(body).Invocations.Invocation) {
      let known = runs.get(run.InvokeId);
      if (!known) {
        known = { run, instances: new Map() };
        runs.set(run.InvokeId, known);
      }
      known.run = run;
      for (const one of run.InvokeInstances.InvokeInstance) {
        const old = known.instances.get(one.InstanceId);
        if (old && old.UpdateTime > one.UpdateTime) continue;
        changed += Number(!old || Object.keys(one).some((key) => old[key] !== one[key]));
        known.instances.set(one.InstanceId, one);
      }
    }
    return changed;
  };
  merge(pages[0]);
  mustBeSame(merge(pages[1]), store.ingest(pages[1], context).instancesChanged, `refresh, ${shape}`);
  // A store leaves out what is older than it has, so the newer page comes again and again.
  const rows = compare(
    [
      { name: "JSON.parse and maps", run: () => merge(pages[1]) },
      { name: "invoscope", run: () => store.ingest(pages[1], context) },
    ],
    options,
  );
  store.free();
  return rows;
}
