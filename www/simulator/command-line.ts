import { parseArgs } from "node:util";
import type { ClockMode } from "./clock.ts";
import { FAULT_SYNTAX, parseFaultRule } from "./faults/fault.ts";
import type { SimulatorOptions } from "./simulator.ts";

/** What the command line asks for. */
export type CommandLine =
  | { kind: "help"; text: string }
  | { kind: "mistake"; text: string }
  | { kind: "serve"; port: number; options: SimulatorOptions };

const HELP = `Usage: node dist/simulator/main.js [options]

An Alibaba Cloud ECS endpoint on 127.0.0.1 with an embedded account:
DescribeInvocations and DescribeInvocationResults, access key id "simulator", secret "simulator-secret".

  --port N           port to listen on; 0, the default, takes a free one
  --invocations N    runs in the account, 1 to 1000000 (1000)
  --rollout N        instances of the great rollout, a run for each hundred, 1 to 50000 (500)
  --seed N           the account's seed (1)
  --clock MODE       run, fixed or step (run; fixed when --now is given)
                     step: POST /__simulator/clock {"advanceMs": N}
  --now ISO          the account's time at the start (the machine's time)
  --arrivals MS      a new run appears after each such interval (0: none)
  --fault FAULT[@CALLS][:P]
                     a fault of every call, or of some (500@3, 503@4-9), or of the share P of them;
                     may be repeated
                     ${FAULT_SYNTAX}
  --help             this text
`;

/** Reads the arguments after the program's name; `machineNow` is the start where no time is given. */
export function readCommandLine(args: readonly string[], machineNow: () => number): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "0" },
        invocations: { type: "string", default: "1000" },
        rollout: { type: "string", default: "500" },
        seed: { type: "string", default: "1" },
        clock: { type: "string" },
        now: { type: "string" },
        arrivals: { type: "string", default: "0" },
        fault: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return { kind: "help", text: HELP };
    const startMs = values.now === undefined ? wholeSecond(machineNow()) : Date.parse(values.now);
    if (Number.isNaN(startMs)) throw new RangeError(`found --now ${values.now}, expected an ISO 8601 time`);
    return {
      kind: "serve",
      port: wholeNumber("port", values.port, 0, 65_535),
      options: {
        invocations: wholeNumber("invocations", values.invocations, 1, 1_000_000),
        rolloutInstances: wholeNumber("rollout", values.rollout, 1, 50_000),
        seed: wholeNumber("seed", values.seed, 0, 0xffffffff),
        clock: clockMode(values.clock ?? (values.now === undefined ? "run" : "fixed")),
        startMs,
        arrivalMs: wholeNumber("arrivals", values.arrivals, 0, 86_400_000),
        faults: values.fault.map((text) => parseFaultRule(text)),
      },
    };
  } catch (error) {
    return { kind: "mistake", text: error instanceof Error ? error.message : String(error) };
  }
}

function wholeSecond(timeMs: number): number {
  return Math.floor(timeMs / 1000) * 1000;
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= from && number <= to)) {
    throw new RangeError(`found --${name} ${text}, expected a whole number from ${from} to ${to}`);
  }
  return number;
}

function clockMode(text: string): ClockMode {
  if (text === "run" || text === "fixed" || text === "step") return text;
  throw new RangeError(`found --clock ${text}, expected run, fixed or step`);
}
