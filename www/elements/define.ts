/**
 * Registers every element.
 *
 * @module invoscope/viewer
 */
import { InvoscopeCommand } from "./command/command.ts";
import { InvoscopeDiff } from "./diff/diff.ts";
import { InvoscopeExport } from "./export/export.ts";
import { InvoscopeFamilies } from "./families/families.ts";
import { InvoscopeGroups } from "./groups/groups.ts";
import { InvoscopeInstances } from "./instances/instances.ts";
import { InvoscopeListFilter } from "./list/filter-form.ts";
import { InvoscopeList } from "./list/list.ts";
import { InvoscopeOutput } from "./output/output.ts";
import { InvoscopeRaw } from "./raw/raw.ts";
import { InvoscopeRefresh } from "./refresh/refresh.ts";
import { InvoscopeRunHeader } from "./run-header/run-header.ts";
import { InvoscopeSearch } from "./search/search.ts";
import { InvoscopeCopy } from "./shared/copy-button.ts";
import { InvoscopeSkeleton } from "./shared/skeleton.ts";
import { InvoscopeTimeline } from "./timeline/timeline.ts";
import { InvoscopeViewer } from "./viewer/viewer.ts";

const elements = {
  "invoscope-command": InvoscopeCommand,
  "invoscope-copy": InvoscopeCopy,
  "invoscope-diff": InvoscopeDiff,
  "invoscope-export": InvoscopeExport,
  "invoscope-families": InvoscopeFamilies,
  "invoscope-groups": InvoscopeGroups,
  "invoscope-instances": InvoscopeInstances,
  "invoscope-list": InvoscopeList,
  "invoscope-list-filter": InvoscopeListFilter,
  "invoscope-output": InvoscopeOutput,
  "invoscope-raw": InvoscopeRaw,
  "invoscope-refresh": InvoscopeRefresh,
  "invoscope-run-header": InvoscopeRunHeader,
  "invoscope-search": InvoscopeSearch,
  "invoscope-skeleton": InvoscopeSkeleton,
  "invoscope-timeline": InvoscopeTimeline,
  "invoscope-viewer": InvoscopeViewer,
};

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}

for (const [name, element] of Object.entries(elements)) {
  // A page may load two bundles that both have the viewer.
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
