/** What every route of the central server works with. */
import type { IsoDay } from '../shared/domain/day.ts';
import type { Authority } from './authority.ts';
import type { TokenBucket } from './http/token-bucket.ts';
import type { Plans } from './plans.ts';
import type { Db } from './storage/open-store.ts';

export interface Context {
  readonly db: Db;
  readonly authority: Authority;
  readonly plans: Plans;
  /** True when a receipt promises nothing. */
  readonly training: boolean;
  readonly now: () => Date;
  /** The calendar day certificates are judged by. */
  readonly today: () => IsoDay;
  /** Accepted messages per key. */
  readonly perKey: TokenBucket;
  /** Refused messages per network address: behind one address may sit many offices, so only failures count. */
  readonly failures: TokenBucket;
}
