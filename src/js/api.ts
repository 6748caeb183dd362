/** The generated glue under the public names. */
export * from "./wasm/invoscope.js";
export { default as init } from "./wasm/invoscope.js";
