import { ContextConsumer, createContext } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Session } from "./session.ts";

/** How parts find the session of the viewer or page that they stand in. */
export const sessionContext = createContext<Session | undefined>(Symbol.for("invoscope-session"));

type Host = ReactiveControllerHost & HTMLElement & { session?: Session | undefined };

/**
 * Gives an element its session, the host's own `session` property before the context's, and renders the host again
 * whenever the session changes.
 */
export class SessionController implements ReactiveController {
  readonly #host: Host;
  readonly #consumer: ContextConsumer<typeof sessionContext, Host>;
  #heard: Session | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: () => this.#listen(),
    });
  }

  get value(): Session | undefined {
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
