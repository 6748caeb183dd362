import { menuStyles } from "../foundation/menu.styles.ts";
import { cellStyles } from "./styles/cells.ts";
import { narrowStyles } from "./styles/narrow.ts";
import { stateStyles } from "./styles/states.ts";
import { tableStyles } from "./styles/table.ts";
import { toolbarStyles } from "./styles/toolbar.ts";

/** Later ones win: what is narrow comes last. */
export const listStyles = [menuStyles, toolbarStyles, tableStyles, cellStyles, stateStyles, narrowStyles];
