import { createHash, timingSafeEqual } from "node:crypto";
import { ConfigError } from "./config-error.ts";

const MIN_TOKEN_LENGTH = 16;

/**
 * Compares what a client presents with the configured token.
 *
 * Only a hash is kept, in a private field: no printing, logging or serialising of the object shows anything.
 * Hashing first makes both sides equally long, so that neither content nor length changes the time taken.
 */
export class TokenCheck {
  readonly #expected: Buffer;

  /** @throws ConfigError when the token is too short to withstand guessing or cannot travel in a header. */
  constructor(token: string) {
    if (token.length < MIN_TOKEN_LENGTH || !/^[\x21-\x7e]+$/.test(token)) {
      throw new ConfigError(`the token must be at least ${MIN_TOKEN_LENGTH} printable ASCII characters`);
    }
    this.#expected = sha256(token);
  }

  /** True when an `Authorization: Bearer …` header carries the token. */
  accepts(authorization: string | null): boolean {
    const presented = authorization?.startsWith("Bearer ") ? authorization.slice("Bearer ".length) : "";
    return timingSafeEqual(sha256(presented), this.#expected);
  }
}

/** A short name for an account that says nothing about its access key; used as a key of budget and cache. */
export function accountLabel(accessKeyId: string): string {
  return sha256(accessKeyId).toString("hex").slice(0, 16);
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
