import { type FailureFacts, type FailureKind, failureKind, type RetryClass, retryClass } from "./api.ts";

/** What is known of a call that brought no page. */
export interface CallErrorFacts {
  code: string;
  status?: number | undefined;
  requestId?: string | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

/** A call that brought no page. `code` is stable; the message may change. */
export class CallError extends Error {
  /** The service's or proxy's code; of an answer that could not be read, why. */
  readonly code: string;
  /** HTTP status; absent where no answer came. */
  readonly status: number | undefined;
  /** The request's id, to give to the service's support. */
  readonly requestId: string | undefined;
  /** How long the answer asked to wait. */
  readonly retryAfterMs: number | undefined;
  /** Whether asking again helps, as the catalog says it of every error. */
  readonly retryClass: RetryClass;
  /** What the state machines do about it. */
  readonly failureKind: FailureKind;
  /** What the state machines are told of it. */
  readonly failure: FailureFacts;

  protected constructor(message: string, facts: CallErrorFacts, serviceCode: string | null) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.retryAfterMs = facts.retryAfterMs;
    this.failure = {
      code: serviceCode,
      status: facts.status ?? null,
      retryAfterMs: facts.retryAfterMs ?? null,
    };
    this.failureKind = failureKind(this.failure);
    const isRetryable = this.failureKind === "throttled" || this.failureKind === "temporary";
    this.retryClass = isRetryable ? "safe" : retryClass(serviceCode ?? undefined, facts.status);
  }
}

/** The service, or the proxy, answered with an error envelope. */
export class ApiError extends CallError {
  /** Address of the service's troubleshooting page. */
  readonly recommend: string | undefined;

  constructor(message: string, facts: CallErrorFacts & { recommend?: string | undefined }) {
    super(message, facts, facts.code);
    this.name = "ApiError";
    this.recommend = facts.recommend;
  }
}

/** The answer is none of the service's: empty, cut, an HTML page, other JSON. `code` says which. */
export class GatewayError extends CallError {
  constructor(message: string, facts: CallErrorFacts) {
    super(message, facts, null);
    this.name = "GatewayError";
  }
}

/** No answer came, or it broke off. */
export class NetworkError extends CallError {
  constructor(cause: unknown) {
    super("expected an answer, found no connection", { code: "network-error", cause }, null);
    this.name = "NetworkError";
  }
}
