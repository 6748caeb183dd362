import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Answer, answerBodies } from "./answers.ts";
import { FailedEvent } from "./events.ts";
import { asError } from "./list-loader.ts";
import { type Session, type SessionOptions, startSession } from "./session.ts";

/** What an element says of the session that it wants for itself. */
export interface SessionWish {
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  readonly language: string | undefined;
  readonly labels: Readonly<Record<string, string>> | null | undefined;
  readonly token: SessionOptions["token"];
  readonly requestHeaders: HeadersInit | undefined;
  readonly fetch: typeof fetch | undefined;
  readonly answers: Answer | readonly Answer[] | undefined;
}

type Host = ReactiveControllerHost & HTMLElement & SessionWish;

/** The session of an element that nobody gives one: made once it has an endpoint or answers, kept up to date. */
export class OwnSession implements ReactiveController {
  value: Session | undefined;
  /** Why there is none. */
  failure: Error | undefined;

  readonly #host: Host;
  readonly #isGiven: () => boolean;
  readonly #started: (session: Session) => void;
  #options: SessionOptions = {};
  #answers: SessionWish["answers"];
  /** Counts the starts, so that only the last one counts. */
  #start = 0;

  constructor(host: Host, isGiven: () => boolean, started: (session: Session) => void) {
    this.#host = host;
    this.#isGiven = isGiven;
    this.#started = started;
    host.addController(this);
  }

  hostUpdate(): void {
    const { endpoint, answers } = this.#host;
    if (this.#isGiven() || (endpoint === undefined && answers === undefined)) return;
    const options = optionsOf(this.#host);
    const isOther = isDifferent(options, this.#options);
    this.#options = options;
    if (this.#start === 0 || answers !== this.#answers) {
      this.#answers = answers;
      void this.#begin(options, answers);
    } else if (isOther) this.value?.configure(options);
  }

  /** Starts again after a failure. */
  retry(): void {
    this.failure = undefined;
    this.#start = 0;
    this.#host.requestUpdate();
  }

  async #begin(options: SessionOptions, answers: SessionWish["answers"]): Promise<void> {
    this.#start += 1;
    const start = this.#start;
    try {
      const session = await startSession(options);
      for (const body of answers === undefined ? [] : answerBodies(answers)) session.ingestFile(body);
      if (start !== this.#start) return;
      // What was set while the module was loading.
      session.configure(this.#options);
      this.failure = undefined;
      this.value = session;
      this.#started(session);
    } catch (error) {
      if (start !== this.#start) return;
      this.value = undefined;
      this.failure = asError(error);
      this.#host.dispatchEvent(new FailedEvent("", this.failure));
    }
    this.#host.requestUpdate();
  }
}

function optionsOf(wish: SessionWish): SessionOptions {
  return {
    endpoint: wish.endpoint,
    regionId: wish.region,
    locale: wish.language,
    labels: wish.labels ?? undefined,
    token: wish.token,
    headers: wish.requestHeaders,
    fetch: wish.fetch,
  };
}

function isDifferent(options: SessionOptions, before: SessionOptions): boolean {
  return (Object.keys(options) as (keyof SessionOptions)[]).some((name) => options[name] !== before[name]);
}
