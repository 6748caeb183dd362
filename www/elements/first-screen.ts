/** What the first screen of a run is made of, as one module. */
export { InvoscopeFamilies } from "./families/families.ts";
export { InvoscopeGroups } from "./groups/groups.ts";
export { InvoscopeRefresh } from "./refresh/refresh.ts";
export { InvoscopeRunHeader } from "./run-header/run-header.ts";
export { InvoscopeSession } from "./session/provider.ts";
export { InvoscopeViewer } from "./viewer/viewer.ts";
