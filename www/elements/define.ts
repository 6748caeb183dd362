/**
 * Registers every element: what the first screen of a run needs at once, the others when the page has them, or once
 * the browser is idle.
 *
 * @module invoscope/viewer
 */
import { InvoscopeFamilies } from "./families/families.ts";
import { InvoscopeGroups } from "./groups/groups.ts";
import { InvoscopeRefresh } from "./refresh/refresh.ts";
import { define, ELEMENT_NAMES, register } from "./register.ts";
import { InvoscopeRunHeader } from "./run-header/run-header.ts";
import { InvoscopeSession } from "./session/provider.ts";
import { InvoscopeViewer } from "./viewer/viewer.ts";

// Before what may stand in them, so that the parts find their session.
define("invoscope-session", InvoscopeSession);
define("invoscope-viewer", InvoscopeViewer);
define("invoscope-families", InvoscopeFamilies);
define("invoscope-groups", InvoscopeGroups);
define("invoscope-refresh", InvoscopeRefresh);
define("invoscope-run-header", InvoscopeRunHeader);

const isThere = (name: string): boolean => document.querySelector(name) !== null;

/** A module that cannot be loaded now is tried again by the view that needs it. */
const later = (): void => void register(...ELEMENT_NAMES).catch(() => undefined);

void register(...ELEMENT_NAMES.filter(isThere)).catch(() => undefined);
if (typeof requestIdleCallback === "function") requestIdleCallback(later, { timeout: 5000 });
else setTimeout(later, 1000);
