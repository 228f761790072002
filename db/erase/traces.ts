/** Whether a door still holds anything of records: rows that came back with older files are found whatever was noted as done. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';

const ofBoth = ['intents', 'record_states', 'attachments', 'audit'] as const;

export function holdsKeys(keyring: Keyring | null, records: readonly RecordId[]): boolean {
  return keyring !== null && records.some((record) => keyring.find(record) !== undefined);
}

export function holdsRows(db: Sqlite, door: 'desk' | 'cases', records: readonly RecordId[]): boolean {
  const sources = ofBoth.map((table) => `SELECT 1 FROM ${table} WHERE record = :record`);
  if (door === 'cases') sources.push('SELECT 1 FROM case_rows WHERE id = :record');
  const find = db.prepare<[{ record: string }]>(`SELECT EXISTS (${sources.join(' UNION ALL ')})`).pluck();
  return records.some((record) => find.get({ record }) === 1);
}
