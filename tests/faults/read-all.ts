/** Reads a whole account as its operator would: "Load all", and again where reading stopped. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { listenToList, saidSoFar, storedIds } from "./list.ts";
import type { Scene } from "./stage.ts";

/** More than that is a reader who gave up. */
const MOST_STOPS = 40;

/** How long a reader looks at a message; longer than the proxy answers from memory. */
const LOOK_MS = 100;

/** What the reader had in the end. */
export interface Read {
  readonly ids: readonly string[];
  readonly stops: number;
  readonly said: readonly string[];
}

/** Reads to the end. What was read before a stop must be there after it. */
export async function readAll({ page }: Pick<Scene, "page">, timeoutMs: number): Promise<Read> {
  await page
    .getByRole("link", { name: /web-gateway/ })
    .first()
    .waitFor();
  await listenToList(page);
  let before: readonly string[] = [];
  for (let stops = 0; stops <= MOST_STOPS; stops++) {
    await page.locator("#all").click();
    const isDone = await isReadToTheEnd(page, timeoutMs);
    const ids = await storedIds(page);
    const now = new Set(ids);
    expect(
      before.filter((id) => !now.has(id)),
      "what was read and is lost",
    ).toEqual([]);
    if (isDone) return { ids, stops, said: await saidSoFar(page) };
    before = ids;
    await page.waitForTimeout(LOOK_MS);
  }
  throw new Error(`reading stopped ${MOST_STOPS} times`);
}

/** Waits until nothing more is read; whether that is the end of the list. */
async function isReadToTheEnd(page: Page, timeoutMs: number): Promise<boolean> {
  const list = page.locator("invoscope-list");
  const end = list.getByText(/^All [\d,]+ loaded/).first();
  const stop = list.getByText("Reading stopped").first();
  await end.or(stop).first().waitFor({ timeout: timeoutMs });
  return end.isVisible();
}

/** The runs that an account had at first: those that are still there, and those that were deleted meanwhile. */
export function runsOf({ simulator }: Scene, size: number): { there: Set<string>; deleted: Set<string> } {
  const runs = { there: new Set<string>(), deleted: new Set<string>() };
  for (let position = 0; position < size; position++) {
    const { invokeId } = simulator.account.run(position);
    (simulator.account.isRemoved(position) ? runs.deleted : runs.there).add(invokeId);
  }
  return runs;
}
