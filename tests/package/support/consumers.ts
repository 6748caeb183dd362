import { join } from "node:path";
import { lookedAt } from "./browser.ts";
import { ANSWER } from "./install.ts";
import { run } from "./run.ts";
import { serveFolder } from "./serve.ts";
import { freePort, withServer } from "./server.ts";

/** A project that uses the package. */
export interface Consumer {
  /** Its folder in `tests/package`. */
  name: string;
  /** Packages whose versions the table shows; Node's and Chromium's own where there are none. */
  tools: readonly string[];
  /** Builds and runs it: what `look.js` says, once for each way it is run. */
  look(folder: string): Promise<Record<string, unknown>>;
  /** What it says beside what all say. */
  also?: Record<string, unknown>;
}

const bin = (folder: string, name: string): string => join(folder, "node_modules", ".bin", name);

const build = (folder: string): Promise<string> => run("npm", ["run", "--silent", "build"], folder);

async function inBrowser(folder: string, answers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const server = await serveFolder(folder, answers);
  try {
    return await lookedAt(server.url);
  } finally {
    server.close();
  }
}

const printed = async (command: string, args: readonly string[], folder: string): Promise<unknown> =>
  JSON.parse(await run(command, args, folder));

async function next(folder: string): Promise<Record<string, unknown>> {
  await build(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const args = ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", `${port}`];
  return withServer(args, folder, url, async () => ({
    "server route": await (await fetch(`${url}api/look`)).json(),
    "client component": await lookedAt(url),
  }));
}

async function viteDev(folder: string): Promise<unknown> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const args = ["node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", `${port}`];
  return withServer(args, folder, url, () => lookedAt(url));
}

const bundled = (name: string, tools: readonly string[], out: string): Consumer => ({
  name,
  tools,
  async look(folder) {
    await build(folder);
    return { Chromium: await inBrowser(join(folder, out)) };
  },
});

/** What the proxy would answer. */
const PROXY = { "/api/v1/describe-invocations": ANSWER };

/** A page with a viewer: it names the instance by the page's label, and the page is told which one was chosen. */
const embedding = (name: string, tools: readonly string[], out: string): Consumer => ({
  name,
  tools,
  async look(folder) {
    if (tools.length > 0) await build(folder);
    return { Chromium: await inBrowser(join(folder, out), PROXY) };
  },
  also: { named: "web-01", chosen: "i-bp1i7gg30r52z2em****", registeredByClasses: [] },
});

export const consumers: readonly Consumer[] = [
  // The slowest first: two run at a time.
  { name: "next", tools: ["next", "react"], look: next },
  bundled("parcel", ["parcel"], "out"),
  bundled("webpack", ["webpack"], "."),
  {
    name: "vite",
    tools: ["vite"],
    async look(folder) {
      await build(folder);
      return { build: await inBrowser(join(folder, "dist")), "dev server": await viteDev(folder) };
    },
  },
  embedding("elements-react", ["vite", "react", "typescript"], "dist"),
  embedding("elements-vue", ["vite", "vue", "vue-tsc"], "dist"),
  embedding("elements-html", [], "."),
  bundled("worker", ["vite"], "dist"),
  bundled("rollup", ["rollup"], "."),
  bundled("esbuild", ["esbuild"], "."),
  { name: "import-map", tools: [], look: async (folder) => ({ Chromium: await inBrowser(folder) }) },
  {
    name: "node",
    tools: [],
    look: async (folder) => ({ Node: await printed("node", ["print.js"], folder) }),
  },
  {
    name: "node-slim",
    tools: [],
    look: async (folder) => ({ Node: await printed("node", ["main.js"], folder) }),
  },
  {
    name: "node-commonjs",
    tools: [],
    look: async (folder) => ({ Node: await printed("node", ["main.js"], folder) }),
  },
  {
    name: "deno",
    tools: ["deno"],
    look: async (folder) => ({
      Deno: await printed(bin(folder, "deno"), ["run", "--quiet", "--allow-read", "print.js"], folder),
    }),
  },
  {
    name: "bun",
    tools: ["bun"],
    look: async (folder) => ({ Bun: await printed(bin(folder, "bun"), ["print.js"], folder) }),
  },
];
