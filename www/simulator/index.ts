/** An ECS endpoint for tests and demonstrations: pure handler, loopback server, and the keys that it knows. */

export type { Account } from "./account/account.ts";
export { command, plan, type RunSpec } from "./account/build.ts";
export { brokenBy, exitCode, SUCCESS } from "./account/endings.ts";
export type { Clock, ClockMode } from "./clock.ts";
export { type Fault, type FaultRule, parseFaultRule } from "./faults/fault.ts";
export { ACCESS_KEY, EXPIRED_SECURITY_TOKEN, STS_ACCESS_KEY } from "./rpc/access-keys.ts";
export { type Listening, listen } from "./serve.ts";
export { createSimulator, type Simulator, type SimulatorOptions } from "./simulator.ts";
