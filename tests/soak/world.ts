/** The console on a run that never ends, in a page of its own: the answers are made in the page, so no call is slow. */
import { Writable } from "node:stream";
import type { Browser, CDPSession, Page } from "playwright-core";
import { staticCredentials } from "../../www/proxy/index.ts";
import { serve } from "../../www/proxy/serve.ts";

const consoleFolder = new URL("../../dist/console/", import.meta.url).pathname;

/** The page, and what it is watched with. */
export interface World {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Errors, policy violations and dialogs. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** What the page counts, as `globalThis.soak`. */
export interface Soak {
  /** Answers that had the statuses of a fifth of the run set. */
  parts: number;
  calls: number;
  /** Timers that are set and have not fired. */
  timers: number;
  /** Bytes of the module's memory. */
  wasmBytes(): number;
}

/** `speed` is how many times as fast as the machine's the page's time runs; a watch makes twenty calls a minute. */
export async function openWorld(browser: Browser, speed: number): Promise<World> {
  const proxy = await serve({
    credentials: staticCredentials({ accessKeyId: "none", accessKeySecret: "none" }),
    endpoint: "http://127.0.0.1:9/",
    consoleFolder,
    log: new Writable({ write: (_chunk, _encoding, done) => done() }),
    graceMs: 500,
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(countInThePage, speed);
  await page.addInitScript(answerInThePage);
  await page.goto(proxy.url);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  return {
    page,
    devtools,
    complaints,
    async close() {
      await context.close();
      await proxy.close();
    },
  };
}

/** Runs in the page before its scripts: fast time, and counts of timers and of the module's memory. */
function countInThePage(speed: number): void {
  const soak: Soak = { parts: 0, calls: 0, timers: 0, wasmBytes: () => 0 };
  Object.assign(globalThis, { soak });
  const machine = globalThis.Date;
  const startMs = machine.now();
  const now = (): number => Math.floor(startMs + (machine.now() - startMs) * speed);
  globalThis.Date = class extends machine {
    constructor(...args: number[]) {
      super(...((args.length === 0 ? [now()] : args) as [number]));
    }
    static override now = now;
  } as DateConstructor;

  const set = globalThis.setTimeout;
  const clear = globalThis.clearTimeout;
  const waiting = new Set<unknown>();
  const settle = (timer: unknown): void => {
    waiting.delete(timer);
    soak.timers = waiting.size;
  };
  globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => {
    const timer = set(
      () => {
        settle(timer);
        run();
      },
      ms / speed,
      ...rest,
    );
    waiting.add(timer);
    soak.timers = waiting.size;
    return timer;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (timer) => {
    settle(timer);
    clear(timer);
  };
  const every = globalThis.setInterval;
  const stop = globalThis.clearInterval;
  globalThis.setInterval = ((run: () => void, ms?: number, ...rest: unknown[]) => {
    const timer = every(run, ms, ...rest);
    waiting.add(timer);
    soak.timers = waiting.size;
    return timer;
  }) as typeof setInterval;
  globalThis.clearInterval = (timer) => {
    settle(timer);
    stop(timer);
  };

  const keep = ({ exports }: WebAssembly.Instance): void => {
    const { memory } = exports;
    if (memory instanceof WebAssembly.Memory) soak.wasmBytes = () => memory.buffer.byteLength;
  };
  const { instantiate, instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...args) => {
    const made = await instantiateStreaming(...args);
    keep(made.instance);
    return made;
  };
  WebAssembly.instantiate = (async (...args: Parameters<typeof instantiate>) => {
    const made: unknown = await instantiate(...args);
    if (made instanceof WebAssembly.Instance) keep(made);
    else keep((made as WebAssembly.WebAssemblyInstantiatedSource).instance);
    return made;
  }) as typeof instantiate;
}

/**
 * Runs in the page before its scripts: answers its calls. Five runs of a hundred instances each, of which one has moved
 * at each refresh of all: to the next status, with an output that was never there before.
 */
function answerInThePage(): void {
  const { soak } = globalThis as unknown as { soak: Soak };
  const PARTS = 5;
  const SIZE = 100;
  const STATUSES = ["Running", "Success", "Failed"];
  const createdMs = Date.now() - 60_000;
  const iso = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
  const partId = (part: number): string => `t-soak0000000${part}`;

  const instance = (part: number, index: number, withOutput: boolean) => {
    const moves = Math.floor((soak.parts / PARTS + part * SIZE + index) / (PARTS * SIZE));
    const status = STATUSES[(moves + index) % STATUSES.length] ?? "";
    const id = `${part}${index}${moves}`.padStart(12, "0");
    const checks = "checking the service\n".repeat(20);
    const verdict = status === "Failed" ? "curl: (7) Failed to connect to port 8080" : "service is up";
    const text = `request 0f9a3c11-7d52-4e0b-9c35-${id}\n${checks}${verdict}\n`;
    return {
      InstanceId: `i-soak${part}${String(index).padStart(3, "0")}`,
      InvocationStatus: status,
      CreationTime: iso(createdMs),
      StartTime: iso(createdMs + 1000),
      UpdateTime: iso(createdMs + 2000 + moves * 1000),
      FinishTime: status === "Running" ? "" : iso(createdMs + 2000 + moves * 1000),
      ...(status === "Running" ? {} : { ExitCode: status === "Success" ? 0 : 1 }),
      ErrorCode: status === "Failed" ? "ExitCodeNonzero" : "",
      ErrorInfo: "",
      Dropped: 0,
      Output: withOutput ? btoa(text) : "",
    };
  };
  const run = (part: number, only: string | undefined, withOutput: boolean) => {
    const all = Array.from({ length: SIZE }, (_, index) => instance(part, index, withOutput));
    return {
      InvokeId: partId(part),
      CommandId: "c-soak",
      CommandName: "soak",
      CommandType: "RunShellScript",
      CommandContent: btoa("check-service\n"),
      CreationTime: iso(createdMs),
      InvocationStatus: "Running",
      InvokeStatus: "Running",
      Username: "root",
      RepeatMode: "Once",
      InvokeInstances: {
        InvokeInstance: all.filter(({ InstanceId }) => (only ?? InstanceId) === InstanceId),
      },
      Tags: { Tag: [] },
    };
  };

  const network = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (!String(input).includes("/api/v1/")) return network(input, init);
    soak.calls += 1;
    const request = JSON.parse(String(init?.body)) as Record<string, string | boolean | undefined>;
    const { InvokeId, InstanceId, IncludeOutput } = request;
    const parts = Array.from({ length: PARTS }, (_, part) => part);
    const wanted = parts.filter((part) => InvokeId === undefined || InvokeId === partId(part));
    const only = typeof InstanceId === "string" ? InstanceId : undefined;
    const Invocation = wanted.map((part) => run(part, only, IncludeOutput === true));
    if (InvokeId !== undefined && only === undefined && IncludeOutput !== true) soak.parts += 1;
    const body = JSON.stringify({ RequestId: "soak", NextToken: "", Invocations: { Invocation } });
    return new Response(body, { headers: { "content-type": "application/json" } });
  };
}
