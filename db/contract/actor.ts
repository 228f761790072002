/** Who acts, and behind which door. */
import type { DeviceId, UserId } from '../../shared/domain/ids.ts';

export type Role = 'head' | 'caseworker' | 'admin_office';

/** `desk`: cards, settings, staff, deliveries. `cases`: what was confided, facts. */
export type DoorName = 'desk' | 'cases';

/** Who acts: stamped on every intent and audit entry. */
export interface Actor {
  readonly user: UserId;
  readonly device: DeviceId;
  /** RFC 3339 UTC, seconds. */
  readonly at: string;
}
