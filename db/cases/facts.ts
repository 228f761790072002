/** The coded rows of one case, one per reporting year, and the link that is cut when the case is forgotten. */
import { randomBytes } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { CaseYearFact } from '../../shared/monitoring/types.ts';
import type { Sqlite } from '../open-database.ts';

export interface FactRows {
  /** Replaces rows in place; a year that is absent loses row and link. */
  save(record: RecordId, facts: Readonly<Record<string, CaseYearFact>>): void;
}

interface Link {
  readonly year: number;
  readonly row: Buffer;
}

export function factRows(db: Sqlite): FactRows {
  const links = db.prepare<[string], Link>('SELECT year, row_id AS row FROM fact_links WHERE record = ?');
  const link = db.prepare('INSERT INTO fact_links (record, year, row_id) VALUES (?, ?, ?)');
  const unlink = db.prepare('DELETE FROM fact_links WHERE record = ? AND year = ?');
  const upsert = db.prepare(`
    INSERT INTO monitoring_case_years (row_id, year, codes, key_named, key_sums) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (row_id) DO UPDATE SET codes = excluded.codes, key_named = excluded.key_named, key_sums = excluded.key_sums`);
  const remove = db.prepare('DELETE FROM monitoring_case_years WHERE row_id = ?');

  return {
    save: (record, facts) => {
      const rowOfYear = new Map(links.all(record).map(({ year, row }) => [year, row]));
      for (const [text, fact] of Object.entries(facts)) {
        const year = Number(text);
        const row = rowOfYear.get(year) ?? Buffer.from(randomBytes(16));
        if (!rowOfYear.delete(year)) link.run(record, year, row);
        upsert.run(row, year, canonicalJson(fact.codes), fact.keyNamed, fact.keySums);
      }
      for (const [year, row] of rowOfYear) {
        unlink.run(record, year);
        remove.run(row);
      }
    },
  };
}
