/**
 * What is newer than the backup and can still be read out of the former files of a door.
 *
 * An intent is believed when it opens under its record's file key, is the one its row names, and carries the signature of a PC of this
 * office. Attachments open under the same key. Entries of the audit chain are taken as long as each continues the one before.
 */
import { openBytes } from '../../shared/crypto/sodium.ts';
import type { DeviceId, IntentId, RecordId } from '../../shared/domain/ids.ts';
import { chainStart, hashOf, type AuditRow } from '../audit/entry.ts';
import type { DoorName } from '../contract/actor.ts';
import type { IsErased } from '../erase/tombstones.ts';
import { openGenuineIntent } from '../histories/open-intent.ts';
import type { Sqlite } from '../open-database.ts';
import { readRows } from './tolerant-read.ts';

export interface SalvageParts {
  readonly door: DoorName;
  /** The former database, opened read-only. */
  readonly former: Sqlite;
  /** The restored one, in today's schema. */
  readonly restored: Sqlite;
  readonly device: DeviceId;
  readonly findKey: (record: RecordId) => Uint8Array | undefined;
  readonly findPublicKey: (device: DeviceId) => Uint8Array | undefined;
  readonly isErased: IsErased;
}

export interface Salvaged {
  /** Intents that were not in the backup. */
  readonly intents: number;
  /** Every row that holds the truth could be read. */
  readonly whole: boolean;
  /** Highest sequence seen of each PC, also of intents that do not open. */
  readonly highest: ReadonlyMap<DeviceId, number>;
}

interface IntentRow {
  readonly id: IntentId;
  readonly record: RecordId;
  readonly device: DeviceId;
  readonly sequence: number;
  readonly sealed: Buffer;
}

export function salvage(parts: SalvageParts): Salvaged {
  const { former, restored } = parts;
  const highest = new Map<DeviceId, number>();
  let intents = 0;
  let whole = true;
  const has = restored.prepare<[string]>('SELECT 1 FROM intents WHERE id = ?').pluck();
  // A number given twice would be a forked history (R46): the one that is here already stays.
  const add = restored.prepare(
    'INSERT INTO intents (id, record, device, sequence, sealed) VALUES (@id, @record, @device, @sequence, @sealed) ON CONFLICT DO NOTHING',
  );
  restored.transaction(() => {
    whole = readRows<IntentRow>(former, 'intents', 'id, record, device, sequence, sealed', (row) => {
      highest.set(row.device, Math.max(highest.get(row.device) ?? 0, row.sequence));
      if (has.get(row.id) !== undefined || parts.isErased(row.record)) return;
      if (isGenuine(row, parts)) intents += add.run(row).changes;
      else whole = false;
    }) && whole;
    whole = salvageAttachments(parts) && whole;
    whole = salvageAudit(parts) && whole;
  }).immediate();
  return { intents, whole, highest };
}

function isGenuine(row: IntentRow, { door, findKey, findPublicKey }: SalvageParts): boolean {
  const key = findKey(row.record);
  const intent = key === undefined ? null : openGenuineIntent(door, key, row, findPublicKey);
  return intent !== null && intent.device === row.device && intent.sequence === row.sequence;
}

function salvageAttachments({ door, former, restored, findKey, isErased }: SalvageParts): boolean {
  const add = restored.prepare('INSERT INTO attachments (id, record, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const has = restored.prepare<[string]>('SELECT 1 FROM attachments WHERE id = ?').pluck();
  return readRows<{ id: string; record: RecordId; sealed: Buffer }>(former, 'attachments', 'id, record, sealed', ({ id, record, sealed }) => {
    if (has.get(id) !== undefined || isErased(record)) return;
    const key = findKey(record);
    if (key !== undefined && openBytes(key, sealed, `attachment/${door}/${record}/${id}`) !== null) add.run(id, record, sealed);
  });
}

function salvageAudit({ door, former, restored, device }: SalvageParts): boolean {
  const last = restored
    .prepare<[string], Pick<AuditRow, 'sequence' | 'hash'>>('SELECT sequence, hash FROM audit WHERE device = ? ORDER BY sequence DESC LIMIT 1')
    .get(device) ?? { sequence: 0, hash: chainStart };
  const newer = new Map<number, AuditRow>();
  const columns = 'device, sequence, previous, at, user, action, record, commitment, sealed, hash';
  const whole = readRows<AuditRow>(former, 'audit', columns, (row) => {
    if (row.device === device && row.sequence > last.sequence) newer.set(row.sequence, row);
  });
  const add = restored.prepare(
    `INSERT INTO audit (${columns}) VALUES (@device, @sequence, @previous, @at, @user, @action, @record, @commitment, @sealed, @hash)`,
  );
  let before = last;
  for (let row = newer.get(before.sequence + 1); row !== undefined; row = newer.get(before.sequence + 1)) {
    if (row.previous !== before.hash || row.hash !== hashOf(door, row)) break;
    add.run(row);
    before = row;
  }
  return whole;
}
