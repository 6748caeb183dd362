import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSimulator } from "../../www/simulator/index.ts";
import { launchChromium } from "../browser/browser.ts";
import { call, invocationsOf } from "../simulator/signed-call.ts";
import { FAULT_CASES } from "./cases.ts";
import { shownStatuses } from "./list.ts";
import { type Read, readAll, runsOf } from "./read-all.ts";
import { openScene, type Scene, type SceneOptions } from "./stage.ts";
import { type Outcome, rowText, tableText } from "./table.ts";
import { BRIEF, SAID_TOGETHER, WHOLE } from "./together.ts";

/** `npm run faults` runs everything and holds the table; `npm test` runs a part, and holds its lines. */
const isWhole = process.env.INVOSCOPE_FAULTS === "all";
const RECORDS = 300;
const TABLE = new URL("../faults.md", import.meta.url).pathname;

let browser: Browser;
const single: Outcome[] = [];
const together: Outcome[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function inScene<T>(options: SceneOptions, use: (scene: Scene) => Promise<T>): Promise<T> {
  const scene = await openScene(browser, options);
  try {
    return await use(scene);
  } finally {
    await scene.close();
  }
}

function keep(outcomes: Outcome[], outcome: Outcome): void {
  outcomes.push(outcome);
  console.info(rowText(outcome));
}

/** Every run of the account, each once, and of those that are gone only what was read before; how many that are. */
function expectAllOnce(scene: Scene, invocations: number, { ids }: Read): number {
  const shown = new Set(ids);
  const { there, deleted } = runsOf(scene, invocations);
  expect(shown.size, "no run is shown twice").toBe(ids.length);
  expect(
    [...there].filter((id) => !shown.has(id)),
    "runs that are missing",
  ).toEqual([]);
  const gone = ids.filter((id) => !there.has(id));
  expect(
    gone.filter((id) => !deleted.has(id)),
    "runs that the account never had",
  ).toEqual([]);
  return gone.length;
}

describe("one fault at a time", () => {
  const cases = FAULT_CASES.filter(({ isBrief }) => isWhole || isBrief);
  test.each(cases)("$name: every run is shown once, and the reader is told", async (fault) => {
    const { invocations = RECORDS, faults = [], callsPerMinute = 600 } = fault.scene;
    await inScene({ ...fault.scene, invocations }, async (scene) => {
      const read = await readAll(scene, 60_000);

      expect(expectAllOnce(scene, invocations, read)).toBe(fault.gone ?? 0);
      expect(read.stops).toBe(fault.stops);
      for (const text of fault.told) expect(read.said.join("\n")).toContain(text);
      expect(scene.busiestMinute(callsPerMinute)).toBeLessThanOrEqual(callsPerMinute);
      const { name, told } = fault;
      const figures = { calls: scene.callTimesMs.length, shown: read.ids.length, stops: read.stops };
      keep(single, { name, faults, invocations, told, ...figures });
    });
  });

  test("a record that comes again is shown as it came last", async () => {
    const stepMs = 20_000;
    const options = { invocations: 100, faults: ["expired-token@2"], stepPerCallMs: stepMs };
    await inScene(options, async (scene) => {
      const read = await readAll(scene, 60_000);

      const later = createSimulator({ invocations: 100, clock: "step", startMs: scene.clock.startMs });
      const statuses = async () => {
        const [run] = invocationsOf(await call(later, { MaxResults: "50" })).filter(
          ({ CommandName }) => CommandName === "nightly-backup",
        );
        const instances = run?.InvokeInstances.InvokeInstance ?? [];
        return { id: run?.InvokeId ?? "", of: instances.map(({ InvocationStatus }) => InvocationStatus) };
      };
      const first = await statuses();
      // The first page was the first call, and the third again.
      later.clock.advance(2 * stepMs);
      const second = await statuses();
      expect(read.ids).toContain(second.id);
      expect(second.of.toSorted()).not.toEqual(first.of.toSorted());
      expect((await shownStatuses(scene.page, second.id)).toSorted()).toEqual(second.of.toSorted());
    });
  });
});

describe("all faults together", () => {
  const ordeals = isWhole ? [BRIEF, WHOLE] : [BRIEF];
  test.each(ordeals)("$name, $invocations runs", { timeout: 3_600_000 }, async (ordeal) => {
    const { name, invocations, faults, callsPerMinute } = ordeal;
    await inScene({ invocations, faults, callsPerMinute }, async (scene) => {
      const read = await readAll(scene, 3_500_000);

      expectAllOnce(scene, invocations, read);
      for (const text of SAID_TOGETHER) expect(read.said.join("\n")).toContain(text);
      expect(scene.busiestMinute(callsPerMinute)).toBeLessThanOrEqual(callsPerMinute);
      const figures = { calls: scene.callTimesMs.length, shown: read.ids.length, stops: read.stops };
      keep(together, { name, faults, invocations, told: SAID_TOGETHER, ...figures });
    });
  });
});

test("the table of faults and outcomes is the committed one", async () => {
  if (isWhole) {
    await expect(tableText(single, together)).toMatchFileSnapshot(TABLE);
    return;
  }
  const lines = readFileSync(TABLE, "utf8").split("\n");
  expect([...single, ...together].map(rowText).filter((row) => !lines.includes(row))).toEqual([]);
});
