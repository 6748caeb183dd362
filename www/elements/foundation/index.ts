export { base } from "./base.ts";
export { cssVars } from "./css-vars.ts";
export { each } from "./each.ts";
export type { Clock } from "./format.ts";
export * as format from "./format.ts";
export { icon } from "./icon.ts";
export { legible, legibleJson, legibleRecord } from "./legible.ts";
export { own } from "./own.ts";
export {
  OUTCOMES,
  outcomeBadge,
  outcomeIcon,
  outcomeTone,
  outcomeWord,
  statusBadge,
  statusTone,
  statusWord,
  type Tone,
} from "./status.ts";
export { tokens } from "./tokens.ts";
