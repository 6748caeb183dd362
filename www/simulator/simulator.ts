import { type Account, createAccount } from "./account/account.ts";
import { describeInvocationResults } from "./actions/describe-invocation-results.ts";
import { describeInvocations } from "./actions/describe-invocations.ts";
import { type Clock, type ClockMode, createClock } from "./clock.ts";
import { CLOCK_PATH, controlClock } from "./clock-control.ts";
import { type Fault, type FaultRule, parseFaultHeader } from "./faults/fault.ts";
import { distort, refusalOf, repeatToken, waitFor } from "./faults/fault-answer.ts";
import { deleteAround, skewOf, stepBack } from "./faults/fault-place.ts";
import { mulberry32, requestId, seedAt } from "./random.ts";
import { authorize, TIMESTAMP_WINDOW_MS } from "./rpc/authorize.ts";
import { ApiError, errorEnvelope, missingParameter } from "./rpc/errors.ts";
import { createNonceMemory } from "./rpc/nonces.ts";
import { type RpcRequest, readRpcRequest } from "./rpc/rpc-request.ts";

/** How a simulator differs from the default one. */
export interface SimulatorOptions {
  /** Everything in the account follows from it. Default 1. */
  seed?: number;
  /** Runs in the account. Default 1,000. */
  invocations?: number;
  /** Default `fixed`. */
  clock?: ClockMode;
  /** The account's time at the start. Default 2026-11-24T09:00:00Z. */
  startMs?: number;
  /** A new run appears after each such interval of the account's time. Default 0: none. */
  arrivalMs?: number;
  /** Instances of the great rollout, which is one run for each hundred. Default 500. */
  rolloutInstances?: number;
  /** The only region with runs in it. Default `cn-hangzhou`. */
  regionId?: string;
  faults?: readonly FaultRule[];
  /** The time that signatures are checked against, and that a running clock follows. Default `Date.now`. */
  machineNow?: () => number;
}

/** An ECS endpoint with an embedded account. */
export interface Simulator {
  /** Answers one request; never rejects, except when the caller aborts it. */
  fetch(request: Request): Promise<Response>;
  account: Account;
  clock: Clock;
}

const ACTIONS = {
  DescribeInvocations: describeInvocations,
  DescribeInvocationResults: describeInvocationResults,
};
const VERSION = "2014-05-26";
const DEFAULT_START_MS = Date.UTC(2026, 10, 24, 9);

/** Creates an endpoint that answers both actions as ECS does. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { seed = 1, invocations = 1000, regionId = "cn-hangzhou", faults = [] } = options;
  const { machineNow = Date.now, startMs = DEFAULT_START_MS } = options;
  const clock = createClock(options.clock ?? "fixed", startMs, machineNow);
  const { arrivalMs = 0, rolloutInstances } = options;
  const account = createAccount({ seed, invocations, epochMs: startMs, arrivalMs, rolloutInstances });
  const random = mulberry32(seedAt(seed, 0x5e4e));
  // A nonce may come back with a timestamp at the far end of the window, so it is kept for both halves.
  const nonces = createNonceMemory(2 * TIMESTAMP_WINDOW_MS);

  let calls = 0;
  const answer = (request: RpcRequest, struck: readonly Fault[]): Record<string, unknown> => {
    const action = readAction(request);
    authorize(request, { nowMs: machineNow() + skewOf(struck), nonces });
    deleteAround(account, action, request.parameters, struck);
    const parameters = stepBack(account.size(clock.now()), action, request.parameters, struck);
    return ACTIONS[action](account, parameters, clock.now(), (region) => region === regionId);
  };

  return {
    account,
    clock,
    async fetch(request) {
      if (new URL(request.url).pathname === CLOCK_PATH) return controlClock(request, clock);
      const id = requestId(random);
      let struck: readonly Fault[];
      try {
        calls += 1;
        struck = chooseFaults(request, faults, calls, random);
      } catch (error) {
        return Response.json({ message: String(error) }, { status: 400 });
      }
      const rpc = await readRpcRequest(request);
      await waitFor(struck, request.signal);
      const headers = { "content-type": "application/json;charset=utf-8", "x-acs-request-id": id };
      try {
        const refusal = refusalOf(struck, rpc.parameters.has("NextToken"));
        if (refusal !== undefined) throw refusal;
        const body = { RequestId: id, ...answer(rpc, struck) };
        if (struck.some(({ kind }) => kind === "repeat-token")) {
          repeatToken(body, rpc.parameters.get("NextToken"));
        }
        return distort(new Response(null, { headers }), JSON.stringify(body), struck);
      } catch (error) {
        const refusal = error instanceof ApiError ? error : new ApiError("InternalError.Dispatch");
        const envelope = errorEnvelope(refusal, id, rpc.host);
        return distort(
          new Response(null, { status: refusal.status, headers }),
          JSON.stringify(envelope),
          struck,
        );
      }
    },
  };
}

function chooseFaults(
  request: Request,
  rules: readonly FaultRule[],
  call: number,
  random: () => number,
): readonly Fault[] {
  const isDue = ({ calls }: FaultRule) => calls === undefined || (calls.from <= call && call <= calls.to);
  const byChance = rules
    .filter((rule) => isDue(rule) && random() < rule.probability)
    .map((rule) => rule.fault);
  return [...parseFaultHeader(request.headers.get("x-simulator-fault")), ...byChance];
}

function readAction(request: RpcRequest): keyof typeof ACTIONS {
  const action = request.headers.get("x-acs-action") ?? request.parameters.get("Action");
  const version = request.headers.get("x-acs-version") ?? request.parameters.get("Version");
  if (!action) throw missingParameter("Action");
  if (!version) throw missingParameter("Version");
  if (version !== VERSION) throw new ApiError("InvalidVersion");
  if (action === "DescribeInvocations" || action === "DescribeInvocationResults") return action;
  throw new ApiError("InvalidAction.NotFound");
}
