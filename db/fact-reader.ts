/** All a table builder can reach: rows of `monitoring_*`, nothing that says whose they are. */
import type { CaseYearFact, FactReader, TallyFact } from '../shared/monitoring/types.ts';
import type { OpenFactReader } from './contract/store.ts';
import { guarded } from './errors.ts';
import { openDatabase, type Sqlite } from './open-database.ts';

interface Row {
  readonly codes: string;
  readonly keyNamed: number;
  readonly keySums: number;
}

/** In the order of the random row ids, which is no order. */
export function factReader(db: Sqlite): FactReader {
  const ofYear = db.prepare<[number], Row>(
    'SELECT codes, key_named AS keyNamed, key_sums AS keySums FROM monitoring_case_years WHERE year = ? ORDER BY row_id',
  );
  const talliesOf = db.prepare<[number], string>('SELECT codes FROM monitoring_tallies WHERE year = ? ORDER BY row_id').pluck();
  return {
    tallies: (year) => talliesOf.all(year).map((codes) => ({ codes: JSON.parse(codes) as TallyFact['codes'] })),
    caseYears: (year) =>
      ofYear.all(year).map(({ codes, ...keys }) => ({ codes: JSON.parse(codes) as CaseYearFact['codes'], ...keys })),
  };
}

/** Opens a cases database, or a copy stripped of everything but `monitoring_*`, to count and nothing else. */
export const openFactReader: OpenFactReader = (databaseFile, casesKey) => {
  const db = openDatabase(databaseFile, casesKey, { create: false });
  db.pragma('query_only = ON');
  return { reader: guarded(() => factReader(db)), close: () => void db.close() };
};
