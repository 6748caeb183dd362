import type { EventOutcome } from "invoscope";
import { LitElement, type PropertyDeclarations } from "lit";
import type { Answer } from "./answers.ts";
import { SessionController } from "./context.ts";
import { browserLocale } from "./language.ts";
import type { Session, SessionOptions } from "./session.ts";

/**
 * A part of the viewer: it has a session and the session's language.
 *
 * The session is that of its own property, else that of what it stands in (a viewer, an `<invoscope-session>`, the
 * page), else one that it makes of its `endpoint` or its `answers`.
 *
 * @fires invoscope-error - It could not start, or the `answers` could not be read.
 * @cssprop --iv-font - Text face.
 * @cssprop --iv-font-mono - Face of code, ids and outputs.
 * @cssprop --iv-accent - Links, focus, primary buttons.
 * @cssprop --iv-bg - The ground behind everything.
 * @cssprop --iv-surface - Cards.
 * @cssprop --iv-raised - Menus and dialogs.
 * @cssprop --iv-sunken - Code and outputs.
 * @cssprop --iv-hover - What the pointer is over.
 * @cssprop --iv-line - Hairlines.
 * @cssprop --iv-line-strong - Borders of controls.
 * @cssprop --iv-text - Text.
 * @cssprop --iv-text-2 - Secondary text.
 * @cssprop --iv-text-3 - Tertiary text.
 */
export class SessionPart extends LitElement {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    endpoint: {},
    region: {},
    language: { attribute: "locale" },
    labels: { type: Object },
    token: { attribute: false },
    requestHeaders: { attribute: false },
    fetch: { attribute: false },
    answers: { attribute: false },
  };

  /** A session to share with other parts. */
  declare session: Session | undefined;
  /** Where the proxy's routes are, such as `/api/v1`; where it is set, the part asks by itself. */
  declare endpoint: string | undefined;
  /** `RegionId` of the runs, such as `cn-hangzhou`. */
  declare region: string | undefined;
  /** `zh-CN` or `en`; the browser's language unless told. */
  declare language: string | undefined;
  /** Names of instances, by id. */
  declare labels: Readonly<Record<string, string>> | null | undefined;
  /** The proxy's bearer token, where it wants one. A function is asked before each call. */
  declare token: SessionOptions["token"];
  /** Further headers of every call to the proxy. */
  declare requestHeaders: HeadersInit | undefined;
  /** Asks in place of the platform's `fetch`. */
  declare fetch: typeof fetch | undefined;
  /** Saved answers, to be shown without a proxy. Others take their place. */
  declare answers: Answer | readonly Answer[] | undefined;

  readonly #controller = new SessionController(this, (session) => this.started(session));

  /**
   * Takes over a task event (`ecs:CloudAssistant:TaskCompleted`), as EventBridge delivers it: JSON text, its bytes, or
   * an object. Just what it names is asked for, instead of waiting until it is due. Gives what became of it.
   *
   * Throws an `InvoscopeError` where it is no task event.
   */
  feed(event: Answer): EventOutcome["outcome"] {
    return this.current?.feed(event) ?? "not-watched";
  }

  /** The session in force. */
  protected get current(): Session | undefined {
    return this.#controller.value;
  }

  /** The session that the part did not make by itself. */
  protected get given(): Session | undefined {
    return this.#controller.given;
  }

  /** Whether the part has nothing to show, and nothing to ask. */
  protected get isBare(): boolean {
    return this.given === undefined && this.endpoint === undefined && this.answers === undefined;
  }

  /** Why the part has no session of its own. */
  protected get startFailure(): Error | undefined {
    return this.current === undefined ? this.#controller.own.failure : undefined;
  }

  /** Whether a session is on its way. */
  protected get isStarting(): boolean {
    return this.current === undefined && (this.endpoint ?? this.answers) !== undefined;
  }

  protected get locale(): string {
    return this.current?.locale ?? this.language ?? browserLocale();
  }

  /** Called with a session that the part has made for itself. */
  protected started(_session: Session): void {}

  protected restart(): void {
    this.#controller.own.retry();
  }
}
