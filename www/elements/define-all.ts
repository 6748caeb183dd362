/**
 * Registers every element at once: for pages that use the parts alone, and for frameworks that look at an element's
 * properties when they create it.
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
import { define, type ElementName } from "./register.ts";
import { InvoscopeRunHeader } from "./run-header/run-header.ts";
import { InvoscopeSearch } from "./search/search.ts";
import { InvoscopeSession } from "./session/provider.ts";
import { InvoscopeCopy } from "./shared/copy-button.ts";
import { InvoscopeSkeleton } from "./shared/skeleton.ts";
import { InvoscopeTimeline } from "./timeline/timeline.ts";
import { InvoscopeViewer } from "./viewer/viewer.ts";

/** Those that parts may stand in come first, so that the parts find their session. */
const elements: Readonly<Record<ElementName, CustomElementConstructor>> = {
  "invoscope-session": InvoscopeSession,
  "invoscope-viewer": InvoscopeViewer,
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
};

for (const [name, element] of Object.entries(elements)) define(name as ElementName, element);
