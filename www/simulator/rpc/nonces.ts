/** Remembers signature nonces for as long as their timestamps may be accepted. */
export interface NonceMemory {
  /** False when the nonce was used before. */
  remember(accessKeyId: string, nonce: string, nowMs: number): boolean;
}

/** A memory that forgets a nonce once a replay would fail by its timestamp anyway. */
export function createNonceMemory(keepMs: number): NonceMemory {
  const usedAt = new Map<string, number>();
  return {
    remember(accessKeyId, nonce, nowMs) {
      for (const [key, time] of usedAt) {
        // Insertion order is time order, so the first young nonce ends the clean-up.
        if (time > nowMs - keepMs) break;
        usedAt.delete(key);
      }
      const key = `${accessKeyId}\n${nonce}`;
      if (usedAt.has(key)) return false;
      usedAt.set(key, nowMs);
      return true;
    },
  };
}
