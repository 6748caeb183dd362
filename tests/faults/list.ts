/** What a reader of the list has and sees. */
import type { Page } from "playwright-core";

/** The ids in the list's store, each part of a set by itself, in no order. */
export function storedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const list = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-list");
    const { current } = list as unknown as {
      current: { list: { store: { list(query: object): { rows: { id: string }[] } } } };
    };
    return current.list.store.list({ limit: 1_000_000 }).rows.flatMap(({ id }) => id.split(","));
  });
}

/** The statuses of a run's instances in the list's store. */
export function shownStatuses(page: Page, invokeId: string): Promise<string[]> {
  return page.evaluate((id) => {
    const list = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-list");
    const { current } = list as unknown as {
      current: { list: { store: { instances(id: string, query: object): { rows: { status: string }[] } } } };
    };
    return current.list.store.instances(id, { limit: 10_000 }).rows.map(({ status }) => status);
  }, invokeId);
}

/** Begins to note what the line under the list says. */
export async function listenToList(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document
      .querySelector("invoscope-app")
      ?.shadowRoot?.querySelector("invoscope-list")?.shadowRoot;
    if (!root) throw new Error("found no list");
    const said = new Set<string>();
    const note = (): void => {
      for (const line of root.querySelectorAll(".progress .told > *")) {
        said.add((line.textContent ?? "").replace(/\s+/g, " ").trim());
      }
    };
    new MutationObserver(note).observe(root, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { said });
  });
}

/** Of what was said, all but how far it is; in order, figures as `#`, each once. */
export async function saidSoFar(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said]);
  const lines = said.map((line) =>
    line.replace(/\d[\d,]*/g, "#").replace("# call failed and was", "# calls failed and were"),
  );
  const isProgress = (line: string) =>
    /^$|^Reading…|^# invocations loaded|^All # loaded$|calls left/.test(line);
  return [...new Set(lines)].filter((line) => !isProgress(line));
}
