/** A simple limit in memory: each key has `burst` tokens, `perSecond` come back. A restart forgets it, and that is fine for a limit. */

export interface BucketLimit {
  readonly burst: number;
  readonly perSecond: number;
}

export interface TokenBucket {
  /** False when the key has no token left. */
  take(key: string): boolean;
  /** True when a `take` would succeed; takes nothing. */
  has(key: string): boolean;
}

/** Above this many keys the full buckets are dropped: they say nothing. */
const manyKeys = 10_000;

export function tokenBucket(limit: BucketLimit, now: () => number): TokenBucket {
  const buckets = new Map<string, { tokens: number; at: number }>();

  const tokensOf = (key: string, at: number): number => {
    const bucket = buckets.get(key);
    if (bucket === undefined) return limit.burst;
    return Math.min(limit.burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * limit.perSecond);
  };
  const forgetFull = (at: number) => {
    for (const key of buckets.keys()) if (tokensOf(key, at) >= limit.burst) buckets.delete(key);
  };

  return {
    has: (key) => tokensOf(key, now()) >= 1,
    take: (key) => {
      const at = now();
      const tokens = tokensOf(key, at);
      if (buckets.size > manyKeys) forgetFull(at);
      buckets.set(key, { tokens: Math.max(0, tokens - 1), at });
      return tokens >= 1;
    },
  };
}
