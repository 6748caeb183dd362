/**
 * The classes of the elements; importing this registers nothing.
 *
 * @module invoscope/elements
 */
export { InvoscopeCommand } from "./command/command.ts";
export { InvoscopeDiff } from "./diff/diff.ts";
export { InvoscopeExport } from "./export/export.ts";
export { InvoscopeFamilies } from "./families/families.ts";
export { base as baseStyles, legible } from "./foundation/index.ts";
export { InvoscopeGroups } from "./groups/groups.ts";
export { InvoscopeInstances } from "./instances/instances.ts";
export {
  filtersFromParams,
  InvoscopeList,
  InvoscopeListFilter,
  type ListFilters,
  ListFiltersEvent,
  NO_FILTERS,
  OpenRunEvent,
  paramsFromFilters,
} from "./list/index.ts";
export { InvoscopeOutput } from "./output/output.ts";
export { InvoscopeRaw } from "./raw/raw.ts";
export { InvoscopeRefresh } from "./refresh/refresh.ts";
export { ELEMENT_NAMES, type ElementName, register } from "./register.ts";
export { InvoscopeRunHeader } from "./run-header/run-header.ts";
export { InvoscopeSearch } from "./search/search.ts";
export {
  type Answer,
  FailedEvent,
  InvoscopeSession,
  LoadedEvent,
  NavigateEvent,
  type Place,
  RUN_VIEWS,
  type RunView,
  SelectEvent,
  Session,
  type SessionOptions,
  sessionContext,
  startSession,
} from "./session/index.ts";
export { InvoscopeCopy } from "./shared/copy-button.ts";
export { reportOf } from "./shared/problem.ts";
export { listenForDrops, listenForPastes, readFiles } from "./shared/saved/listen.ts";
export { type Opened, openSaved } from "./shared/saved/open-saved.ts";
export { SavedAnswerError, type SavedFile } from "./shared/saved/saved-answer-error.ts";
export { InvoscopeSkeleton } from "./shared/skeleton.ts";
export { InvoscopeTimeline } from "./timeline/timeline.ts";
export { InvoscopeViewer } from "./viewer/viewer.ts";
