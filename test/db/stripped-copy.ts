/** A copy of a cases database with nothing left in it but what monitoring may read. */
import { openDatabase } from '../../db/open-database.ts';

/** `copy` must not exist yet. The copy is encrypted under the same key; `tables` are those that stayed. */
export function strippedCopy(casesFile: string, casesKey: Uint8Array, copy: string): { file: string; tables: readonly string[] } {
  const source = openDatabase(casesFile, casesKey, { create: false });
  source.prepare('VACUUM INTO ?').run(copy);
  source.close();
  const db = openDatabase(copy, casesKey, { create: false });
  const ofType = db.prepare<[string], string>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = ? AND name NOT GLOB 'sqlite_*'",
  );
  // A full text table takes its shadow tables along.
  for (const type of ['virtual', 'table']) {
    for (const name of ofType.pluck().all(type)) if (!name.startsWith('monitoring_')) db.exec(`DROP TABLE "${name}"`);
  }
  db.exec('VACUUM');
  const tables = ['virtual', 'shadow', 'table'].flatMap((type) => ofType.pluck().all(type));
  db.close();
  return { file: copy, tables };
}
