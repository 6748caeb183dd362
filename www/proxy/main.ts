import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConfigError } from "./config-error.ts";
import { type CredentialsProvider, defaultCredentials, staticCredentials } from "./credentials.ts";
import { type Flags, HELP, parseFlags } from "./flags.ts";
import { safeDetail } from "./log.ts";
import { ramPolicy } from "./policy.ts";
import { type RunningServer, type ServeOptions, serve } from "./serve.ts";

/** The world of the command line. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where the log goes. Default: standard error. */
  readonly log?: ServeOptions["log"];
}

/** What the command left running; `undefined` when it has done its work. */
export type Running = Pick<RunningServer, "close"> | undefined;

/** Runs the command. @throws ConfigError for arguments and settings that cannot be used. */
export async function main(args: readonly string[], io: Io): Promise<Running> {
  const flags = parseFlags(args);
  if (flags.command === "help") io.out(HELP);
  else if (flags.command === "version") io.out(`${version()}\n`);
  else if (flags.command === "policy") io.out(`${JSON.stringify(ramPolicy(), null, 2)}\n`);
  else return start(flags, io);
  return undefined;
}

async function start(flags: Flags, io: Io): Promise<Running> {
  const options: ServeOptions = {
    address: flags.address,
    port: flags.port,
    regions: flags.regions,
    network: flags.network,
    hosts: flags.hosts,
    origins: flags.origins,
    frameAncestors: flags.frameAncestors,
    token: readToken(flags, io),
    callsPerMinute: flags.callsPerMinute,
    redisUrl: io.env.REDIS_URL || undefined,
    log: io.log,
    consoleFolder: flags.consoleFolder ?? fileURLToPath(new URL("../console", import.meta.url)),
  };
  const upstream = flags.live ? await liveUpstream(io) : await localUpstream(flags);
  try {
    const server = await serve({ ...options, ...upstream.options });
    io.out(`Proxy: ${server.url}\n`);
    return {
      async close() {
        await server.close();
        await upstream.close();
      },
    };
  } catch (error) {
    await upstream.close();
    throw error;
  }
}

interface Upstream {
  readonly options: { credentials: CredentialsProvider; endpoint?: string; callsPerMinute?: number };
  close(): Promise<void>;
}

async function liveUpstream(io: Io): Promise<Upstream> {
  if (io.env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    throw new ConfigError("NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off; --live refuses that");
  }
  const credentials = defaultCredentials();
  try {
    const { securityToken } = await credentials();
    if (securityToken === undefined) {
      io.err("Warning: a long-lived access key is in use; prefer a RAM role or temporary credentials.\n");
    }
  } catch (error) {
    const detail = safeDetail(error, [
      io.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
      io.env.ALIBABA_CLOUD_SECURITY_TOKEN,
    ]);
    throw new ConfigError(`--live found no credentials: ${detail}`);
  }
  return { options: { credentials }, close: async () => undefined };
}

/** The simulator's own key. It is public, so a loopback endpoint never gets to see a real one. */
const SIMULATOR_KEY = { accessKeyId: "simulator", accessKeySecret: "simulator-secret" };

async function localUpstream(flags: Flags): Promise<Upstream> {
  const credentials = staticCredentials(SIMULATOR_KEY);
  if (flags.endpoint !== undefined) {
    return { options: { credentials, endpoint: flags.endpoint }, close: async () => undefined };
  }
  // Loaded only when it is used: with --live nothing of the simulator runs beside real credentials.
  const { createSimulator, listen } = await import("../simulator/index.ts");
  const regionId = flags.regions?.[0];
  const startMs = Math.floor(Date.now() / 1000) * 1000;
  const account = { clock: "run", startMs, ...(regionId === undefined ? {} : { regionId }) } as const;
  const simulator = await listen(createSimulator(account), { port: 0 });
  return {
    options: { credentials, endpoint: simulator.url, callsPerMinute: flags.callsPerMinute ?? 6_000 },
    close: () => simulator.close(),
  };
}

function readToken(flags: Flags, io: Io): string | undefined {
  if (flags.tokenFile === undefined) return io.env.INVOSCOPE_TOKEN || undefined;
  try {
    return readFileSync(flags.tokenFile, "utf8").trim();
  } catch {
    throw new ConfigError("--token-file cannot be read");
  }
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
