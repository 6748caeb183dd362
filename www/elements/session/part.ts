import { LitElement, type PropertyDeclarations } from "lit";
import { SessionController } from "./context.ts";
import type { Session } from "./session.ts";

/** A part of the viewer: it has a session, from its own property or from the context, and the session's language. */
export class SessionPart extends LitElement {
  static override properties: PropertyDeclarations = { session: { attribute: false } };

  /** Overrides the session of the context, for a part that stands alone. */
  declare session: Session | undefined;

  readonly #controller = new SessionController(this);

  /** The session in force. */
  protected get current(): Session | undefined {
    return this.#controller.value;
  }

  protected get locale(): string {
    return this.current?.locale ?? "en";
  }
}
