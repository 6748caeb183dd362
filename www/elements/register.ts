import { InvoscopeCopy } from "./shared/copy-button.ts";
import { InvoscopeSkeleton } from "./shared/skeleton.ts";

/** Where each element comes from; what a first screen may not need is a module of its own until it is wanted. */
const MODULES = {
  "invoscope-command": async () => (await import("./command/command.ts")).InvoscopeCommand,
  "invoscope-copy": async () => InvoscopeCopy,
  "invoscope-diff": async () => (await import("./diff/diff.ts")).InvoscopeDiff,
  "invoscope-export": async () => (await import("./export/export.ts")).InvoscopeExport,
  "invoscope-families": async () => (await import("./first-screen.ts")).InvoscopeFamilies,
  "invoscope-groups": async () => (await import("./first-screen.ts")).InvoscopeGroups,
  "invoscope-instances": async () => (await import("./instances/instances.ts")).InvoscopeInstances,
  "invoscope-list": async () => (await import("./list/list.ts")).InvoscopeList,
  "invoscope-list-filter": async () => (await import("./list/filter-form.ts")).InvoscopeListFilter,
  "invoscope-output": async () => (await import("./output/output.ts")).InvoscopeOutput,
  "invoscope-raw": async () => (await import("./raw/raw.ts")).InvoscopeRaw,
  "invoscope-refresh": async () => (await import("./first-screen.ts")).InvoscopeRefresh,
  "invoscope-run-header": async () => (await import("./first-screen.ts")).InvoscopeRunHeader,
  "invoscope-search": async () => (await import("./search/search.ts")).InvoscopeSearch,
  "invoscope-session": async () => (await import("./first-screen.ts")).InvoscopeSession,
  "invoscope-skeleton": async () => InvoscopeSkeleton,
  "invoscope-timeline": async () => (await import("./timeline/timeline.ts")).InvoscopeTimeline,
  "invoscope-viewer": async () => (await import("./first-screen.ts")).InvoscopeViewer,
};

/** The tag of an element. */
export type ElementName = keyof typeof MODULES;

/** Every tag. */
export const ELEMENT_NAMES: readonly ElementName[] = Object.keys(MODULES) as ElementName[];

/** Small elements that stand in every other one. */
const EVERYWHERE = { "invoscope-copy": InvoscopeCopy, "invoscope-skeleton": InvoscopeSkeleton };

type Elements = {
  [Name in ElementName]: InstanceType<Awaited<ReturnType<(typeof MODULES)[Name]>>>;
};

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}

/** Registers an element's class, unless the page has one of that name: two bundles may both have the viewer. */
export function define(name: ElementName, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}

/**
 * Loads and registers elements; resolves once they are there, rejects where a module of them cannot be loaded.
 *
 * `invoscope/viewer` and `invoscope/define` do it for every element. It is for pages that want some of them only.
 */
export async function register(...names: readonly ElementName[]): Promise<void> {
  for (const [name, element] of Object.entries(EVERYWHERE)) define(name as keyof typeof EVERYWHERE, element);
  await Promise.all(
    names.map(async (name) => {
      if (customElements.get(name) === undefined) define(name, await MODULES[name]());
    }),
  );
}
