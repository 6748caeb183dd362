import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The SDK is written for Node; what it needs of it is not called here. */
const withoutNode = {
  name: "without-node",
  enforce: "pre",
  resolveId(id) {
    const name = id.replace(/^node:/, "");
    return builtinModules.includes(name) ? `\0node-stub:${name}` : undefined;
  },
  load(id) {
    if (!id.startsWith("\0node-stub:")) return undefined;
    return "function Stub() {} module.exports = new Proxy(Stub, { get: (target, key) => key in target ? target[key] : Stub });";
  },
};

const pages = ["index", "cold", "opened-js", "opened-invoscope"];

/** tests/bench/page, bundled as a user's bundler would, into `outDir`. */
export async function bundle(outDir) {
  await build({
    configFile: false,
    root: here("./page"),
    logLevel: "error",
    define: { "process.env": "({})", global: "globalThis" },
    resolve: {
      alias: [
        { find: /^invoscope$/, replacement: here("../../dist/web.js") },
        {
          find: /^@alicloud\/ecs20140526\/dist/,
          replacement: here("../../node_modules/@alicloud/ecs20140526/dist"),
        },
      ],
    },
    plugins: [withoutNode],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: "esnext",
      rollupOptions: { input: pages.map((name) => here(`./page/${name}.html`)) },
    },
  });
}

/** The package's entry `.` alone, minified. */
export async function bundleEntry() {
  const [{ output }] = [
    await build({
      configFile: false,
      logLevel: "error",
      root: here("./page"),
      build: {
        write: false,
        target: "esnext",
        assetsInlineLimit: 0,
        rollupOptions: { input: here("../../dist/web.js"), preserveEntrySignatures: "strict" },
      },
    }),
  ].flat();
  return output.map((file) => ({
    name: file.fileName,
    bytes: Buffer.from(file.type === "chunk" ? file.code : file.source),
  }));
}
