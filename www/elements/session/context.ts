import { ContextConsumer, createContext } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { OwnSession, type SessionWish } from "./own-session.ts";
import type { Session } from "./session.ts";

/** How parts find the session of the viewer or page that they stand in. */
export const sessionContext = createContext<Session | undefined>(Symbol.for("invoscope-session"));

type Host = ReactiveControllerHost & HTMLElement & SessionWish & { readonly session: Session | undefined };

/**
 * Gives an element its session: of its `session` property, else of the context, else of its own making. Renders the
 * element again whenever the session changes.
 */
export class SessionController implements ReactiveController {
  readonly #host: Host;
  readonly #consumer: ContextConsumer<typeof sessionContext, Host>;
  readonly own: OwnSession;
  #heard: Session | undefined;

  constructor(host: Host, started: (session: Session) => void = () => undefined) {
    this.#host = host;
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: () => this.#listen(),
    });
    this.own = new OwnSession(
      host,
      () => this.given !== undefined,
      (session) => {
        started(session);
        this.#listen();
      },
    );
  }

  get value(): Session | undefined {
    return this.given ?? this.own.value;
  }

  /** The session that the element did not make by itself. */
  get given(): Session | undefined {
    return this.#host.session ?? this.#consumer.value;
  }

  hostConnected(): void {
    this.#listen();
  }

  hostUpdate(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#heard?.removeEventListener("change", this.#update);
    this.#heard = undefined;
  }

  readonly #update = (): void => this.#host.requestUpdate();

  #listen(): void {
    const session = this.value;
    if (session === this.#heard) return;
    this.#heard?.removeEventListener("change", this.#update);
    this.#heard = session;
    session?.addEventListener("change", this.#update);
    this.#host.requestUpdate();
  }
}
