/** What every entry exports, whichever way it loads the WebAssembly module. */
export * from "./api.ts";
export { hasTexts, loadTexts } from "./catalog-texts.ts";
export * from "./client.ts";
export { buildGbkTable } from "./gbk-table.ts";
export {
  type InvoscopeError,
  type InvoscopeErrorCode,
  isInvoscopeError,
} from "./invoscope-error.ts";
export { receiveAnswer } from "./receive-answer.ts";
export { zoneTransitions } from "./zone-transitions.ts";
