/** What every entry exports, whichever way it loads the WebAssembly module. */
export * from "./api.ts";
export * from "./client.ts";
export { buildGbkTable } from "./gbk-table.ts";
export { zoneTransitions } from "./zone-transitions.ts";
