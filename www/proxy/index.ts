/**
 * The signing proxy as a function from `Request` to `Response`, for any server that speaks the Fetch API.
 *
 * @module invoscope/proxy
 */
export { type Action, type AllowedCall, parameterNames } from "./allow.ts";
export { type Budget, type BudgetLimits, type BudgetState, memoryBudget } from "./budget.ts";
export type { ProxyLimits, ProxyOptions } from "./config.ts";
export { ConfigError } from "./config-error.ts";
export {
  type Credentials,
  type CredentialsProvider,
  defaultCredentials,
  staticCredentials,
} from "./credentials.ts";
export { endpointHost, type Network, PUBLIC_REGIONS } from "./endpoints.ts";
export { createProxy, type ProxyHandler, type RequestContext } from "./handler.ts";
export { ramPolicy } from "./policy.ts";
export type { ProblemCode } from "./problem.ts";
export type { RequestRecord } from "./record.ts";
export type { Source } from "./sharing.ts";
