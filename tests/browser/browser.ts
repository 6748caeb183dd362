/** What browser tests share: Chromium, the account, the proxy, a built page. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InvocationClient, InvocationStore } from "invoscope";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { main as startProxy } from "../../www/proxy/main.ts";
import { createSimulator, listen, type SimulatorOptions } from "../../www/simulator/index.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/** Chromium: `CHROME_BIN`, or the system's. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROME_BIN ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`found no Chromium at ${executablePath}; set CHROME_BIN`);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page of sources, bundled as a user's bundler would, in a folder of its own. */
export async function buildPage(folder: URL): Promise<{ folder: string; remove(): void }> {
  const outDir = mkdtempSync(join(tmpdir(), "invoscope-page-"));
  await build({
    root: fileURLToPath(folder),
    configFile: false,
    logLevel: "warn",
    base: "./",
    build: { outDir, emptyOutDir: true, target: "es2022", modulePreload: false, minify: false },
  });
  return { folder: outDir, remove: () => rmSync(outDir, { recursive: true, force: true }) };
}

/** A simulator, and the proxy in front of it with a console. */
export interface Stack {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts both on free ports of loopback. */
export async function startStack(
  options: { consoleFolder?: string; simulator?: SimulatorOptions; proxyArgs?: readonly string[] } = {},
): Promise<Stack> {
  const simulator = await listen(
    createSimulator({ clock: "fixed", startMs: Date.now(), ...options.simulator }),
    { port: 0 },
  );
  let url = "";
  const args = ["--port", "0", "--endpoint", simulator.url.replace(/\/$/, ""), "--calls-per-minute", "600"];
  if (options.consoleFolder !== undefined) args.push("--console", options.consoleFolder);
  const proxy = await startProxy([...args, ...(options.proxyArgs ?? [])], {
    env: {},
    out: (text) => {
      url = /Proxy: (\S+)/.exec(text)?.[1] ?? url;
    },
    err: () => undefined,
  });
  return {
    url,
    async close() {
      await proxy?.close();
      await simulator.close();
    },
  };
}

/** The runs on the first page of the account's list, by the name of their command; a run set is one. */
export async function runIds(stack: Stack): Promise<ReadonlyMap<string, string>> {
  const client = new InvocationClient({
    endpoint: `${stack.url}api/v1`,
    regionId: "cn-hangzhou",
    headers: { origin: stack.url.replace(/\/$/, "") },
  });
  const store = new InvocationStore();
  const page = await client.page({ MaxResults: 50 });
  store.ingest(page.body, undefined);
  const { rows } = store.list(undefined);
  // The newest first: an older run of the same name does not take its place.
  return new Map([...rows].reverse().map((row) => [row.commandName ?? "", row.id]));
}
