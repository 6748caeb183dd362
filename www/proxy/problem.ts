/**
 * An answer of the proxy's own. `code` is a contract that clients switch on; `message` may change.
 *
 * Messages are constants or name a parameter; a value that the client sent is never repeated, so that nothing
 * secret and nothing executable comes back through them.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.status = STATUS[code];
    this.headers = headers;
  }
}

/** Every code that the proxy itself answers with, and its HTTP status. */
const STATUS = {
  BadPath: 400,
  BadHeader: 400,
  InvalidBody: 400,
  UnknownParameter: 400,
  InvalidParameter: 400,
  MissingParameter: 400,
  RegionNotAllowed: 400,
  TokenRequired: 401,
  HostNotAllowed: 403,
  OriginNotAllowed: 403,
  HeaderRequired: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  BodyTimeout: 408,
  BodyTooLarge: 413,
  ContentTypeNotAllowed: 415,
  CallBudgetExhausted: 429,
  InternalError: 500,
  UpstreamUnreachable: 502,
  UpstreamRedirect: 502,
  UpstreamAnswerRefused: 502,
  CredentialsUnavailable: 503,
  UpstreamTimeout: 504,
} as const;

/** A stable code of an answer of the proxy's own. */
export type ProblemCode = keyof typeof STATUS;

/** The answer for a problem: `{code, message, requestId}`, never cached. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const body = JSON.stringify({ code: problem.code, message: problem.message, requestId });
  return new Response(body, {
    status: problem.status,
    headers: {
      ...problem.headers,
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-invoscope-request-id": requestId,
    },
  });
}
