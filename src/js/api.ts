/**
 * The generated glue under the public names, guarded. A name that is missing here works all the same, but without
 * the clear errors; a test tells.
 *
 * @module
 */
import { told } from "./catalog-texts.ts";
import { guarded, guardedClass, markReady } from "./guard.ts";
import * as glue from "./wasm/invoscope.js";

/** Types, and what has no guard. The names below hide the glue's. */
export * from "./wasm/invoscope.js";

/** Starts the module from its bytes, at once. The entries do it; here for hosts that have entries of their own. */
export function initSync(module: { module: glue.SyncInitInput }): void {
  glue.initSync(module);
  markReady();
}

/** Starts the module from an address, an answer or bytes; by default from the file beside the glue. */
export async function instantiate(
  source: glue.InitInput | Promise<glue.InitInput> | undefined,
): Promise<void> {
  await glue.default(source === undefined ? undefined : { module_or_path: source });
  markReady();
}

export const AnswerBuffer: typeof glue.AnswerBuffer = /* @__PURE__ */ guardedClass(glue.AnswerBuffer);
export type AnswerBuffer = glue.AnswerBuffer;
export const Base64Decoder: typeof glue.Base64Decoder = /* @__PURE__ */ guardedClass(glue.Base64Decoder);
export type Base64Decoder = glue.Base64Decoder;
export const InvocationStore: typeof glue.InvocationStore = /* @__PURE__ */ guardedClass(
  glue.InvocationStore,
);
export type InvocationStore = glue.InvocationStore;
export const Outputs: typeof glue.Outputs = /* @__PURE__ */ guardedClass(glue.Outputs);
export type Outputs = glue.Outputs;
export const Pagination: typeof glue.Pagination = /* @__PURE__ */ guardedClass(glue.Pagination);
export type Pagination = glue.Pagination;
export const Watch: typeof glue.Watch = /* @__PURE__ */ guardedClass(glue.Watch);
export type Watch = glue.Watch;

export const aggregate: typeof glue.aggregate = /* @__PURE__ */ guarded(glue.aggregate);
export const decodeBase64: typeof glue.decodeBase64 = /* @__PURE__ */ guarded(glue.decodeBase64);
export const decodeBase64Strict: typeof glue.decodeBase64Strict = /* @__PURE__ */ guarded(
  glue.decodeBase64Strict,
);
export const decodeOutputs: typeof glue.decodeOutputs = /* @__PURE__ */ guarded(glue.decodeOutputs);
export const decodeUtf8: typeof glue.decodeUtf8 = /* @__PURE__ */ guarded(glue.decodeUtf8);
export const describeSchedule: typeof glue.describeSchedule = /* @__PURE__ */ guarded(glue.describeSchedule);
export const diffLines: typeof glue.diffLines = /* @__PURE__ */ guarded(glue.diffLines);
export const durationStats: typeof glue.durationStats = /* @__PURE__ */ guarded(glue.durationStats);
export const encodeBase64: typeof glue.encodeBase64 = /* @__PURE__ */ guarded(glue.encodeBase64);
export const encodeRequest: typeof glue.encodeRequest = /* @__PURE__ */ guarded(glue.encodeRequest);
export const explain = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explain));
export const explainApiError = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explainApiError));
export const explainErrorCode = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explainErrorCode));
export const explainErrorInfo = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explainErrorInfo));
export const explainExitCode = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explainExitCode));
export const explainLine = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explainLine));
export const explainStatus = /* @__PURE__ */ told(/* @__PURE__ */ guarded(glue.explainStatus));
export const failureKind: typeof glue.failureKind = /* @__PURE__ */ guarded(glue.failureKind);
export const fingerprint: typeof glue.fingerprint = /* @__PURE__ */ guarded(glue.fingerprint);
export const guessCharset: typeof glue.guessCharset = /* @__PURE__ */ guarded(glue.guessCharset);
export const guessEncoding: typeof glue.guessEncoding = /* @__PURE__ */ guarded(glue.guessEncoding);
export const inspectBase64: typeof glue.inspectBase64 = /* @__PURE__ */ guarded(glue.inspectBase64);
export const instanceStatusFacts: typeof glue.instanceStatusFacts = /* @__PURE__ */ guarded(
  glue.instanceStatusFacts,
);
export const invocationStatusFacts: typeof glue.invocationStatusFacts = /* @__PURE__ */ guarded(
  glue.invocationStatusFacts,
);
export const looksMisread: typeof glue.looksMisread = /* @__PURE__ */ guarded(glue.looksMisread);
export const maskSecrets: typeof glue.maskSecrets = /* @__PURE__ */ guarded(glue.maskSecrets);
export const maskSecretsInJson: typeof glue.maskSecretsInJson = /* @__PURE__ */ guarded(
  glue.maskSecretsInJson,
);
export const maskText: typeof glue.maskText = /* @__PURE__ */ guarded(glue.maskText);
export const nextRuns: typeof glue.nextRuns = /* @__PURE__ */ guarded(glue.nextRuns);
export const parse: typeof glue.parse = /* @__PURE__ */ guarded(glue.parse);
export const parseSchedule: typeof glue.parseSchedule = /* @__PURE__ */ guarded(glue.parseSchedule);
export const parseTaskEvent: typeof glue.parseTaskEvent = /* @__PURE__ */ guarded(glue.parseTaskEvent);
export const readAnswer: typeof glue.readAnswer = /* @__PURE__ */ guarded(glue.readAnswer);
export const readOutput: typeof glue.readOutput = /* @__PURE__ */ guarded(glue.readOutput);
export const repairMojibake: typeof glue.repairMojibake = /* @__PURE__ */ guarded(glue.repairMojibake);
export const retryClass: typeof glue.retryClass = /* @__PURE__ */ guarded(glue.retryClass);
export const searchText: typeof glue.searchText = /* @__PURE__ */ guarded(glue.searchText);
export const styledLines: typeof glue.styledLines = /* @__PURE__ */ guarded(glue.styledLines);
export const summarize: typeof glue.summarize = /* @__PURE__ */ guarded(glue.summarize);
export const truncation: typeof glue.truncation = /* @__PURE__ */ guarded(glue.truncation);
export const validateRequest: typeof glue.validateRequest = /* @__PURE__ */ guarded(glue.validateRequest);
