/** What is kept of a Monitoring-Meldung on its way. */
import type { DeliveryId, UserId } from '../../shared/domain/ids.ts';

/** State of a Monitoring-Meldung on its way. */
export type DeliveryState = 'built' | 'approved' | 'confirmed' | 'refused';

export interface DeliveryRow {
  readonly id: DeliveryId;
  readonly state: DeliveryState;
  /** `2026` or `2026-H1` */
  readonly period: string;
  readonly planId: string;
  readonly planVersion: number;
  /** Canonical JSON of the tables: what the preview shows and what is signed. */
  readonly tables: string;
  readonly unknownAnswers: number;
  readonly builtAt: string;
  readonly approvedAt: string | null;
  readonly approvedBy: UserId | null;
  /** Position in this device's chain, from 1; null before approval. */
  readonly sequence: number | null;
  /** The exact bytes that leave, once approved. */
  readonly envelope: Uint8Array | null;
  /** Lower-case hex SHA-256 of `envelope`. */
  readonly sha256: string | null;
  /** The server's signed answer, as received. */
  readonly receipt: string | null;
  readonly confirmedAt: string | null;
  readonly attempts: number;
  /** Error code of the last attempt. */
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
}

export interface Deliveries {
  list(): readonly DeliveryRow[];
  find(id: DeliveryId): DeliveryRow | undefined;
  save(row: DeliveryRow): void;
  /** Throws away a preview that was never approved. */
  removeBuilt(id: DeliveryId): void;
}
