import { tap } from "./tap.ts";
import { isWholeAnswer } from "./whole-answer.ts";

/** An answer on its way to a client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Asked when the body is complete: may the same question be answered with it again? */
  readonly reusable: () => boolean;
}

/** How an answer came about: by a call of its own, by waiting for another client's, or from the short cache. */
export type Source = "call" | "joined" | "cached";

interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: readonly Uint8Array[];
}

/** Limits of sharing. */
export interface SharingLimits {
  /** Bodies above this are neither shared nor cached; this is also the most that is buffered per call. */
  readonly maxBytes: number;
  readonly ttlMs: number;
  readonly maxEntries: number;
}

/**
 * Answers equal questions once: concurrent ones by one call, later ones from a cache that lives about a second.
 *
 * The first client always gets the live stream. A copy is kept beside it up to `maxBytes`; clients that joined
 * receive the copy when it is complete. When a body outgrows the limit the copy is dropped and those who wait make
 * their own call: so a slow reader never holds up another client, and no answer is ever buffered whole.
 */
export class Sharing {
  readonly #flights = new Map<string, Promise<Kept | undefined>>();
  readonly #cache = new Map<string, { kept: Kept; untilMs: number }>();
  readonly #limits: SharingLimits;
  readonly #now: () => number;

  constructor(limits: SharingLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Gives an answer for `key`, with `call` when nobody else has one. A call that throws throws for all who wait. */
  async answer(key: string, call: () => Promise<Answer>): Promise<{ answer: Answer; source: Source }> {
    const cached = this.#fresh(key);
    if (cached !== undefined) return { answer: replay(cached), source: "cached" };
    const flight = this.#flights.get(key);
    if (flight === undefined) return { answer: await this.#lead(key, call), source: "call" };
    const kept = await flight;
    if (kept !== undefined) return { answer: replay(kept), source: "joined" };
    return { answer: await call(), source: "call" };
  }

  async #lead(key: string, call: () => Promise<Answer>): Promise<Answer> {
    const { promise, resolve, reject } = deferred<Kept | undefined>();
    this.#flights.set(key, promise);
    const land = () => this.#flights.delete(key);
    try {
      const answer = await call();
      const finish = (chunks: readonly Uint8Array[] | undefined) => {
        land();
        const kept = chunks && { status: answer.status, headers: answer.headers, chunks };
        if (kept !== undefined && answer.reusable() && isWholeAnswer(kept.chunks)) this.#store(key, kept);
        resolve(kept);
      };
      return { ...answer, body: tap(answer.body, this.#limits.maxBytes, finish) };
    } catch (error) {
      land();
      reject(error);
      throw error;
    }
  }

  #fresh(key: string): Kept | undefined {
    const entry = this.#cache.get(key);
    return entry !== undefined && entry.untilMs > this.#now() ? entry.kept : undefined;
  }

  #store(key: string, kept: Kept): void {
    const now = this.#now();
    if (this.#limits.ttlMs <= 0) return;
    for (const [old, entry] of this.#cache) if (entry.untilMs <= now) this.#cache.delete(old);
    const oldest = this.#cache.keys().next();
    if (this.#cache.size >= this.#limits.maxEntries && !oldest.done) this.#cache.delete(oldest.value);
    this.#cache.set(key, { kept, untilMs: now + this.#limits.ttlMs });
    // Outputs may hold secrets of the fleet; they do not stay in memory longer than they can be used.
    const timer: unknown = setTimeout(() => this.#drop(key, kept), this.#limits.ttlMs);
    if (typeof timer === "object" && timer !== null && "unref" in timer) (timer as NodeJS.Timeout).unref();
  }

  #drop(key: string, kept: Kept): void {
    if (this.#cache.get(key)?.kept === kept) this.#cache.delete(key);
  }
}

function replay(kept: Kept): Answer {
  let index = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = kept.chunks[index];
      index += 1;
      // A copy, since whoever reads a chunk may transfer its memory away from the others.
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk.slice());
    },
  });
  return { status: kept.status, headers: kept.headers, body, reusable: () => false };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Most flights have nobody waiting; their failure is told to the leader and is not unhandled.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
