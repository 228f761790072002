/**
 * One link of an audit chain: what it hashes, and what it only commits to.
 *
 * [Note: forgettable chain] Hashed in the clear are sequence, previous hash, time, device, user and action. Of record and details the
 * chain holds SHA-256(salt ‖ details) alone; salt and details lie sealed under the record's file key. Once that key is destroyed
 * nobody can say what was done to whom, and the chain still verifies.
 */
import { openBytes, randomBytes, sealBytes, sha256Hex } from '../../shared/crypto/sodium.ts';
import type { DeviceId, RecordId, UserId } from '../../shared/domain/ids.ts';
import { canonicalBytes, canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { Actor, DoorName } from '../contract/actor.ts';
import type { AuditEntry } from '../contract/audit.ts';

const saltBytes = 16;
/** `previous` of the first entry. */
export const chainStart = '0'.repeat(64);

export interface AuditRow {
  readonly device: DeviceId;
  readonly sequence: number;
  readonly previous: string;
  readonly at: string;
  readonly user: UserId | null;
  readonly action: string;
  readonly record: RecordId | null;
  readonly commitment: string;
  readonly sealed: Uint8Array;
  readonly hash: string;
}

export interface ChainPlace {
  readonly door: DoorName;
  readonly sequence: number;
  readonly previous: string;
}

export function makeEntry(place: ChainPlace, entry: AuditEntry, actor: Actor, key: Uint8Array): AuditRow {
  const said = canonicalBytes({ record: entry.record, details: entry.details });
  const salted = new Uint8Array(saltBytes + said.length);
  salted.set(randomBytes(saltBytes));
  salted.set(said, saltBytes);
  const row = {
    device: actor.device,
    sequence: place.sequence,
    previous: place.previous,
    at: actor.at,
    user: actor.user,
    action: entry.action,
    record: entry.record,
    commitment: sha256Hex(salted),
    sealed: sealBytes(key, salted, contextOf(place.door, actor.device, place.sequence)),
  };
  return { ...row, hash: hashOf(place.door, row) };
}

export function hashOf(door: DoorName, row: Omit<AuditRow, 'hash'>): string {
  const { device, sequence, previous, at, user, action, commitment } = row;
  return sha256Hex(canonicalJson({ door, device, sequence, previous, at, user, action, commitment }));
}

/** The details; null when they do not open, are another's, or are not what the chain committed to. */
export function openDetails(door: DoorName, row: AuditRow, key: Uint8Array): AuditEntry['details'] | null {
  const salted = openBytes(key, row.sealed, contextOf(door, row.device, row.sequence));
  if (salted === null || sha256Hex(salted) !== row.commitment) return null;
  const said = JSON.parse(new TextDecoder().decode(salted.subarray(saltBytes))) as Pick<AuditEntry, 'record' | 'details'>;
  return said.record === row.record ? said.details : null;
}

function contextOf(door: DoorName, device: DeviceId, sequence: number): string {
  return `audit/${door}/${device}/${String(sequence)}`;
}
