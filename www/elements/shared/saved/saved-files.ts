import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Session, startSession } from "../../session/session.ts";
import { listenForDrops, listenForPastes } from "./listen.ts";
import type { SavedAnswerError, SavedFile } from "./saved-answer-error.ts";

type Host = ReactiveControllerHost & HTMLElement;

/** What a host of saved files allows, and is told. */
export interface SavedFilesOptions {
  readonly acceptsDrops: () => boolean;
  /** Whether the page is there for this element, so that what is pasted anywhere is meant for it. */
  readonly acceptsPastes: () => boolean;
  readonly locale: () => string;
  readonly show: (session: Session, runId: string) => void;
}

/** Takes saved answers for an element, in a session of their own. */
export class SavedFiles implements ReactiveController {
  isOver = false;
  /** The session of the files that are shown. */
  session: Session | undefined;
  names: readonly string[] = [];
  problems: readonly SavedAnswerError[] = [];

  readonly #host: Host;
  readonly #options: SavedFilesOptions;
  #abort = new AbortController();

  constructor(host: Host, options: SavedFilesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { acceptsDrops, acceptsPastes } = this.#options;
    listenForDrops(
      this.#host,
      (files) => acceptsDrops() && void this.open(files),
      (isOver) => {
        this.isOver = isOver && acceptsDrops();
        this.#host.requestUpdate();
      },
      signal,
    );
    listenForPastes((files) => acceptsPastes() && void this.open(files), signal);
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }

  /** Opens files beside those that are open. */
  async open(files: readonly SavedFile[]): Promise<void> {
    // Most viewers never open a file: the reader is loaded with the first.
    const { openSaved } = await import("./open-saved.ts");
    const session = this.session ?? (await startSession({ locale: this.#options.locale() }));
    const opened = await openSaved(session, files);
    this.problems = opened.problems;
    const [first] = opened.runIds;
    if (first !== undefined) {
      this.session = session;
      this.names = [...this.names, ...opened.names];
      const { rows } = session.list.store.list({ limit: 1 });
      this.#options.show(session, opened.runId ?? rows[0]?.id ?? first);
    }
    this.#host.requestUpdate();
  }

  /** Forgets them. */
  close(): void {
    this.session = undefined;
    this.names = [];
    this.problems = [];
    this.#host.requestUpdate();
  }
}
