/** The history of an account: 50 runs of one instance a page. */
import { InvocationStore } from "invoscope";
import { answer, historyBatch, historyShape } from "./payloads.js";
import { parse } from "./peers.js";
import { mustBeSame } from "./same.js";
import { compare } from "./timing.js";

const context = { encoding: "Base64", includeOutput: true };

const readers = {
  "JSON.parse, objects kept": () => {
    const objects = [];
    return {
      read: (body) => objects.push(...parse(body).Invocations.Invocation),
      total: () => objects.length,
    };
  },
  invoscope: () => {
    const store = new InvocationStore();
    return {
      read: (body) => store.ingest(body, context),
      total: () => store.list({ ungrouped: true, limit: 1 }).total,
    };
  },
};

let reader;

/** Begins a history that is kept in one way, in a page where nothing else is kept. */
export function startReading(side) {
  reader = readers[side]();
}

/**
 * Reads the next pages, which are made outside of the time, and gives how long it took in ms. Moving what is kept out
 * of the young generation belongs to it: else who allocates next would pay.
 */
export function readMore(round, unique) {
  const bodies = Array.from({ length: historyBatch }, (_, page) =>
    answer({ ...historyShape, seed: round * historyBatch + page + 1, unique }),
  );
  globalThis.gc?.();
  const startedMs = performance.now();
  for (const body of bodies) reader.read(body);
  globalThis.gc?.({ type: "minor" });
  return performance.now() - startedMs;
}

/** How many runs were read. */
export const readSoFar = () => reader.total();

async function memoryBytes() {
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc?.();
  const measured = await performance.measureUserAgentSpecificMemory?.();
  return measured?.bytes ?? Number.NaN;
}

/** The history of an account: what it takes, its first rows, and a search through it. */
export async function compareHistory(pages, unique, options) {
  const bodyOf = (page) => answer({ ...historyShape, seed: page + 1, unique });
  const before = await memoryBytes();

  const objects = [];
  for (let page = 0; page < pages; page += 1) objects.push(...parse(bodyOf(page)).Invocations.Invocation);
  const jsBytes = (await memoryBytes()) - before;

  const withObjects = await memoryBytes();
  const store = new InvocationStore();
  for (let page = 0; page < pages; page += 1) store.ingest(bodyOf(page), context);
  const storeBytes = (await memoryBytes()) - withObjects;

  const needle = `${pages.toString(36)}-7`;
  const isFound = (run) =>
    [run.InvokeId, run.CommandName, run.CommandId, run.CommandDescription].some((text) =>
      text.toLowerCase().includes(needle),
    ) || run.InvokeInstances.InvokeInstance.some((one) => one.InstanceId.toLowerCase().includes(needle));
  const newestFirst = (a, b) =>
    a.CreationTime < b.CreationTime ? 1 : a.CreationTime > b.CreationTime ? -1 : 0;
  const first = (runs) => runs.toSorted(newestFirst).slice(0, 40);
  const jsSearch = () => {
    const found = objects.filter(isFound);
    return { total: found.length, rows: first(found).map((run) => run.InvokeId) };
  };
  const query = { ungrouped: true, limit: 40 };
  const search = () => store.list({ ...query, text: needle });
  mustBeSame(jsSearch().total, search().total, "search");
  mustBeSame(
    first(objects).map((run) => run.CreationTime),
    store.list(query).rows.map((row) => row.creationTime),
    "viewport",
  );
  const result = {
    memory: [
      // The engine's measure does not see a module's memory, so the store counts its own.
      {
        name: "JSON.parse, objects kept",
        bytes: jsBytes,
        ratio: { median: jsBytes / (storeBytes + store.bytes) },
      },
      { name: "invoscope", bytes: storeBytes + store.bytes },
    ],
    search: compare(
      [
        { name: "filter and includes", run: jsSearch },
        { name: "invoscope", run: search },
      ],
      options,
    ),
    viewport: compare(
      [
        { name: "toSorted and slice", run: () => first(objects) },
        { name: "invoscope", run: () => store.list(query) },
      ],
      options,
    ),
  };
  store.free();
  return result;
}
