/** The console on a proxy and a simulator that fail as told, in a world whose time runs fast. */
import { existsSync } from "node:fs";
import { Writable } from "node:stream";
import type { Browser, Page } from "playwright-core";
import { staticCredentials } from "../../www/proxy/index.ts";
import { type ServeOptions, serve } from "../../www/proxy/serve.ts";
import {
  ACCESS_KEY,
  createSimulator,
  listen,
  parseFaultRule,
  type Simulator,
} from "../../www/simulator/index.ts";
import { openFast, type WorldClock, worldClock } from "./clock.ts";

const consoleFolder = new URL("../../dist/console/", import.meta.url).pathname;
const MINUTE_MS = 60_000;

/** What a scene is made of. */
export interface SceneOptions {
  readonly invocations: number;
  /** As the simulator's command line takes them. */
  readonly faults?: readonly string[];
  readonly callsPerMinute?: number;
  /** How far the account's time moves with each call; it stands still otherwise. */
  readonly stepPerCallMs?: number;
  /** A new run appears after each such interval of the account's time. */
  readonly arrivalMs?: number;
  readonly proxy?: ServeOptions;
  /** How far the browser's clock is ahead. */
  readonly browserSkewMs?: number;
}

/** An account, the way to it, and the list of its runs on a page. */
export interface Scene {
  readonly page: Page;
  readonly simulator: Simulator;
  readonly clock: WorldClock;
  /** When each call reached the simulator, in the world's time. */
  readonly callTimesMs: readonly number[];
  /**
   * The most calls in any minute of the clock, as the proxy spent them: one that was let through at the end of a minute
   * reaches the simulator in the next, where it is counted only if the minute before has no room in the budget.
   */
  busiestMinute(callsPerMinute: number): number;
  close(): Promise<void>;
}

/** The longest that a call is between proxy and simulator: a third of a second of the machine. */
const ON_THE_WAY_MS = 20_000;

/** Opens the console on an account of its own. */
export async function openScene(browser: Browser, options: SceneOptions): Promise<Scene> {
  if (!existsSync(consoleFolder)) throw new Error("the console is not built; run npm run build");
  const clock = worldClock();
  const simulator = createSimulator({
    clock: "step",
    startMs: clock.now(),
    invocations: options.invocations,
    machineNow: clock.now,
    faults: (options.faults ?? []).map(parseFaultRule),
    arrivalMs: options.arrivalMs ?? 0,
  });
  const callTimesMs: number[] = [];
  const endpoint = await listen(
    {
      async fetch(request) {
        callTimesMs.push(clock.now());
        const answer = await simulator.fetch(request);
        simulator.clock.advance(options.stepPerCallMs ?? 0);
        return answer;
      },
    },
    { port: 0 },
  );
  const proxy = await serve({
    credentials: staticCredentials({ accessKeyId: ACCESS_KEY.id, accessKeySecret: ACCESS_KEY.secret }),
    endpoint: endpoint.url,
    consoleFolder,
    callsPerMinute: options.callsPerMinute ?? 600,
    now: clock.now,
    log: new Writable({ write: (_chunk, _encoding, done) => done() }),
    graceMs: 500,
    ...options.proxy,
  });
  const { page, close } = await openFast(browser, proxy.url, clock, options.browserSkewMs ?? 0);
  return {
    page,
    simulator,
    clock,
    callTimesMs,
    busiestMinute(callsPerMinute) {
      const minutes = new Map<number, number>();
      for (const timeMs of callTimesMs) {
        const sent = Math.floor((timeMs - ON_THE_WAY_MS) / MINUTE_MS);
        const arrived = Math.floor(timeMs / MINUTE_MS);
        const minute = (minutes.get(sent) ?? 0) < callsPerMinute ? sent : arrived;
        minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      }
      return Math.max(0, ...minutes.values());
    },
    async close() {
      await close();
      await proxy.close();
      await endpoint.close();
    },
  };
}
