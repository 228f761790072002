/** The stored intents of one door, each sealed under its record's file key. */
import { sealBytes } from '../../shared/crypto/sodium.ts';
import type { DeviceId, IntentId, RecordId } from '../../shared/domain/ids.ts';
import { canonicalBytes } from '../../shared/envelopes/canonical-json.ts';
import type { Intent, SignedIntent } from '../../shared/history/intent.ts';
import type { DoorName } from '../contract/actor.ts';
import { StoreError } from '../errors.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';
import { intentContext, openIntent } from './open-intent.ts';

export interface SealedIntents {
  add(signed: SignedIntent): void;
  /** The intents of one record, each with the canonical bytes of its signed form. */
  addAll(record: RecordId, intents: readonly { readonly intent: Intent; readonly bytes: Uint8Array }[]): void;
  /** For good; the number its PC gave to it is never given again. */
  remove(intent: Intent): void;
  has(id: IntentId): boolean;
  /** The intent a device numbered so, or undefined. */
  findNumbered(device: DeviceId, sequence: number): IntentId | undefined;
  /** Highest sequence of a device over all records of this door, erased ones too; 0 before its first. */
  lastSequence(device: DeviceId): number;
  /** In the order they were stored. Throws DATABASE_DAMAGED when one does not open. */
  read(record: RecordId): readonly SignedIntent[];
  records(): readonly RecordId[];
}

interface Row {
  readonly id: string;
  readonly sealed: Buffer;
}

export function sealedIntents(db: Sqlite, door: DoorName, keyring: Keyring): SealedIntents {
  const insert = db.prepare('INSERT INTO intents (id, record, device, sequence, sealed) VALUES (?, ?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM intents WHERE id = ?');
  const raiseFloor = db.prepare(
    'INSERT INTO sequence_floors (device, sequence) VALUES (?, ?) ON CONFLICT (device) DO UPDATE SET sequence = max(sequence, excluded.sequence)',
  );
  const byId = db.prepare<[string]>('SELECT 1 FROM intents WHERE id = ?').pluck();
  const byNumber = db.prepare<[string, number], string>('SELECT id FROM intents WHERE device = ? AND sequence = ?').pluck();
  const last = db
    .prepare<[string, string], number | null>(
      `SELECT max(highest) FROM (
        SELECT max(sequence) AS highest FROM intents WHERE device = ? UNION ALL SELECT sequence FROM sequence_floors WHERE device = ?)`,
    )
    .pluck();
  const ofRecord = db.prepare<[string], Row>('SELECT id, sealed FROM intents WHERE record = ? ORDER BY position');
  const records = db.prepare<[], string>('SELECT DISTINCT record FROM intents ORDER BY record').pluck();

  const open = (key: Uint8Array, record: RecordId, { id, sealed }: Row): SignedIntent => {
    const signed = openIntent(door, key, { id, record, sealed });
    if (signed === null) throw new StoreError('DATABASE_DAMAGED');
    return signed;
  };
  const addWith = (key: Uint8Array, { id, record, device, sequence }: Intent, bytes: Uint8Array): void => {
    insert.run(id, record, device, sequence, sealBytes(key, bytes, intentContext(door, record, id)));
  };
  return {
    add: (signed) => {
      addWith(keyring.findOrMake(signed.intent.record), signed.intent, canonicalBytes(signed));
    },
    addAll: (record, all) => {
      const key = keyring.findOrMake(record);
      for (const { intent, bytes } of all) addWith(key, intent, bytes);
    },
    remove: ({ id, device, sequence }) => {
      raiseFloor.run(device, sequence);
      remove.run(id);
    },
    has: (id) => byId.get(id) !== undefined,
    findNumbered: (device, sequence) => byNumber.get(device, sequence) as IntentId | undefined,
    lastSequence: (device) => last.get(device, device) ?? 0,
    read: (record) => {
      const rows = ofRecord.all(record);
      if (rows.length === 0) return [];
      const key = keyring.find(record);
      if (key === undefined) throw new StoreError('DATABASE_DAMAGED');
      return rows.map((row) => open(key, record, row));
    },
    records: () => records.all() as RecordId[],
  };
}
