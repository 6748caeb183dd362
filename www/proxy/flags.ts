import { parseArgs } from "node:util";
import { ConfigError } from "./config-error.ts";
import { isLoopback, isRegionId } from "./endpoints.ts";

export const HELP = `Usage: invoscope [options]
       invoscope policy

Starts the signing proxy, with the console when it is built, on 127.0.0.1.
Without --live and --endpoint it talks to the embedded simulator.

  --live               talk to Alibaba Cloud with the default credential chain
                       (environment, profile, OIDC, RAM role of the instance)
  --region ID          allow this region; may be repeated (default: all public regions)
  --network NAME       public or vpc (default: public)
  --endpoint URL       talk to an ECS endpoint on loopback instead, as access key "simulator"
  --port N             port to listen on; 0 takes a free one (default: 0)
  --listen ADDRESS     address to listen on; beyond loopback a token and --host are required
  --host NAME[:PORT]   Host header to accept; may be repeated
  --origin ORIGIN      origin to accept beside the console's own; may be repeated
  --frame-ancestor O   origin that may embed the console; may be repeated
  --token-file PATH    file with the token that clients must show (or INVOSCOPE_TOKEN)
  --calls-per-minute N budget per account, region and action (default: 60)
  --console PATH       folder of the built console
  --help               show this text
  --version            show the version

  policy               print the RAM policy that the account needs

Environment: INVOSCOPE_TOKEN, REDIS_URL (replicas share the budget), and those of the credential chain.
`;

/** The command line, checked. */
export interface Flags {
  readonly command: "serve" | "policy" | "help" | "version";
  readonly live: boolean;
  readonly regions: readonly string[] | undefined;
  readonly network: "public" | "vpc";
  readonly endpoint: string | undefined;
  readonly port: number;
  readonly address: string;
  readonly hosts: readonly string[] | undefined;
  readonly origins: readonly string[];
  readonly frameAncestors: readonly string[];
  readonly tokenFile: string | undefined;
  readonly callsPerMinute: number | undefined;
  readonly consoleFolder: string | undefined;
}

/** There is no flag for a token or key: the arguments of a process can be read by every user of the machine. */
const OPTIONS = {
  live: { type: "boolean", default: false },
  region: { type: "string", multiple: true },
  network: { type: "string", default: "public" },
  endpoint: { type: "string" },
  port: { type: "string", default: "0" },
  listen: { type: "string", default: "127.0.0.1" },
  host: { type: "string", multiple: true },
  origin: { type: "string", multiple: true },
  "frame-ancestor": { type: "string", multiple: true },
  "token-file": { type: "string" },
  "calls-per-minute": { type: "string" },
  console: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

/** @throws ConfigError that names the argument which cannot be used. */
export function parseFlags(args: readonly string[]): Flags {
  const { values, positionals } = parse(args);
  const [first, ...rest] = positionals;
  if (rest.length > 0 || (first !== undefined && first !== "policy")) {
    throw new ConfigError("the only command is policy; see --help");
  }
  if (values.live && values.endpoint !== undefined) {
    throw new ConfigError("--live and --endpoint exclude each other");
  }
  if (values.network !== "public" && values.network !== "vpc") {
    throw new ConfigError("--network must be public or vpc");
  }
  if (values.region?.some((region) => !isRegionId(region))) {
    throw new ConfigError("--region must be the id of a region");
  }
  return {
    command: values.help ? "help" : values.version ? "version" : first === "policy" ? "policy" : "serve",
    live: values.live,
    regions: values.region,
    network: values.network,
    endpoint: values.endpoint,
    port: whole("--port", values.port, 0, 65_535),
    address: listenAddress(values.listen),
    hosts: values.host,
    origins: values.origin ?? [],
    frameAncestors: (values["frame-ancestor"] ?? []).map(frameAncestor),
    tokenFile: values["token-file"],
    callsPerMinute:
      values["calls-per-minute"] === undefined
        ? undefined
        : whole("--calls-per-minute", values["calls-per-minute"], 1, 100_000),
    consoleFolder: values.console,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : "the arguments cannot be read");
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}`);
  }
  return value;
}

function listenAddress(text: string): string {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  if (bare === "localhost") return "127.0.0.1";
  if (!isLoopback(bare) && !/^[0-9a-fA-F:.]+$/.test(bare)) {
    throw new ConfigError("--listen must be an IP address");
  }
  return bare;
}

/** The value becomes part of a header with other directives, which `;` would let it write too. */
function frameAncestor(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new ConfigError("--frame-ancestor must be an exact origin such as https://ops.example.com");
  }
  return text;
}
