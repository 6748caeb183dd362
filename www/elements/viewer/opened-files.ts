import type { LitElement } from "lit";
import type { Place } from "../session/navigate.ts";
import type { Session } from "../session/session.ts";
import { SavedFiles } from "../shared/saved/saved-files.ts";
import { savedBar, savedEmpty, savedOver } from "../shared/saved/saved-view.ts";

/** What a viewer says of itself to those that open files in it. */
export interface OpenedFilesHost {
  readonly acceptsDrops: () => boolean;
  readonly acceptsPastes: () => boolean;
  readonly locale: () => string;
  readonly runId: () => string;
  readonly labels: () => Readonly<Record<string, string>> | null | undefined;
  /** Shows a place of the files, or of what was shown before them. */
  readonly show: (place: Place) => void;
}

/** Files that take the place of what the page gave, until they are closed. */
export class OpenedFiles {
  /** Their records. */
  session: Session | undefined;

  readonly #element: LitElement;
  readonly #host: OpenedFilesHost;
  readonly #files: SavedFiles;
  /** The run that was shown before. */
  #before = "";

  constructor(element: LitElement, host: OpenedFilesHost) {
    this.#element = element;
    this.#host = host;
    this.#files = new SavedFiles(element, { ...host, show: (session, runId) => this.#open(session, runId) });
  }

  /** What an element shows that has nothing to show. */
  empty(): unknown {
    return savedEmpty(this.#files, this.#host.locale());
  }

  /** Which files are shown, or why they could not be. */
  bar(): unknown {
    const locale = this.#host.locale();
    return [
      savedOver(this.#files, locale),
      savedBar(this.#files, this.#host.runId(), locale, {
        choose: (runId) => this.#host.show({ runId, filter: "", instance: "" }),
        close: () => this.#close(),
      }),
    ];
  }

  #open(session: Session, runId: string): void {
    if (this.session !== session) {
      if (this.session === undefined) this.#before = this.#host.runId();
      session.addEventListener("change", () => this.#element.requestUpdate());
      const labels = this.#host.labels();
      if (labels) session.labels = { ...session.labels, ...labels };
      this.session = session;
    }
    this.#host.show({ runId, filter: "", instance: "", line: undefined });
    this.#element.requestUpdate();
  }

  #close(): void {
    this.#files.close();
    this.session = undefined;
    this.#host.show({ runId: this.#before, filter: "", instance: "", line: undefined });
  }
}
