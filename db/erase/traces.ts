/** Whether a door still holds anything of records: rows that came back with older files are found whatever was noted as done. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';

const ofBoth = ['intents', 'record_states', 'attachments', 'audit'] as const;

const ofOne: Readonly<Record<'desk' | 'cases', readonly string[]>> = {
  desk: [
    'SELECT 1 FROM cards WHERE record = :record',
    'SELECT 1 FROM appointments WHERE record = :record',
    'SELECT 1 FROM distinct_pairs WHERE a = :record OR b = :record',
  ],
  cases: [
    'SELECT 1 FROM case_rows WHERE id = :record',
    'SELECT 1 FROM tallies WHERE record = :record',
  ],
};

export function holdsKeys(keyring: Keyring | null, records: readonly RecordId[]): boolean {
  return keyring !== null && records.some((record) => keyring.find(record) !== undefined);
}

/** Whether something counted is still linked to one of them. */
export function holdsFacts(cases: Sqlite, records: readonly RecordId[]): boolean {
  const find = cases.prepare<[string]>('SELECT 1 FROM fact_links WHERE record = ? LIMIT 1').pluck();
  return records.some((record) => find.get(record) !== undefined);
}

export function holdsRows(db: Sqlite, door: 'desk' | 'cases', records: readonly RecordId[]): boolean {
  const sources = ofBoth.map((table) => `SELECT 1 FROM ${table} WHERE record = :record`);
  sources.push(...ofOne[door]);
  const find = db.prepare<[{ record: string }]>(`SELECT EXISTS (${sources.join(' UNION ALL ')})`).pluck();
  return records.some((record) => find.get({ record }) === 1);
}
