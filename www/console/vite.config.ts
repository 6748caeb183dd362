import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "../../dist/console",
    emptyOutDir: true,
    target: "es2022",
    // The policy of the page allows no inline script, and every browser in the target preloads by itself.
    modulePreload: false,
    // A WebAssembly module in a data: URL could not be compiled while it streams.
    assetsInlineLimit: 0,
  },
});
