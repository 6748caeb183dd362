import { defineConfig, type Plugin } from "vite";

/** The page asks for the WebAssembly module at once, not when its script has come and asks for it. */
const preloadModule: Plugin = {
  name: "preload-module",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {} }) {
      const module = Object.keys(bundle).find((file) => /\/invoscope_bg-[^/]*\.wasm$/.test(file));
      if (module === undefined) return [];
      // As `fetch` asks, so that it takes what has come.
      const attrs = { rel: "preload", as: "fetch", href: `/${module}`, crossorigin: true };
      return [{ tag: "link", attrs, injectTo: "head" }];
    },
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preloadModule],
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
