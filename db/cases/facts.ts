/** The coded rows of one case, one per reporting year, and the link that goes when the case is forgotten. */
import { randomBytes } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { cutFact, type Remainder } from '../../shared/monitoring/cut.ts';
import type { CaseYearFact } from '../../shared/monitoring/types.ts';
import type { Sqlite } from '../open-database.ts';
import type { IsFrozen } from './kept-facts.ts';

export interface FactRows {
  /** Replaces rows in place; a year that is absent loses row and link. A frozen year gets none. */
  save(record: RecordId, facts: Readonly<Record<string, CaseYearFact>>): void;
  /**
   * Lets the rows of a forgotten case go, or stay without it: under a new random id, so that nothing that once saw the old one points to it.
   * Whoever has no rows any more loses none.
   */
  release(record: RecordId, remainder: Remainder): void;
}

interface Link {
  readonly year: number;
  readonly row: Buffer;
}

interface Fact {
  readonly codes: string;
  readonly keyNamed: number;
  readonly keySums: number;
}

export function factRows(db: Sqlite, isFrozen: IsFrozen): FactRows {
  const links = db.prepare<[string], Link>('SELECT year, row_id AS row FROM fact_links WHERE record = ?');
  const link = db.prepare('INSERT INTO fact_links (record, year, row_id) VALUES (?, ?, ?)');
  const unlink = db.prepare('DELETE FROM fact_links WHERE record = ? AND year = ?');
  const upsert = db.prepare(`
    INSERT INTO monitoring_case_years (row_id, year, codes, key_named, key_sums) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (row_id) DO UPDATE SET codes = excluded.codes, key_named = excluded.key_named, key_sums = excluded.key_sums`);
  const remove = db.prepare('DELETE FROM monitoring_case_years WHERE row_id = ?');
  const find = db.prepare<[Uint8Array], Fact>('SELECT codes, key_named AS keyNamed, key_sums AS keySums FROM monitoring_case_years WHERE row_id = ?');

  return {
    save: (record, facts) => {
      const rowOfYear = new Map(links.all(record).map(({ year, row }) => [year, row]));
      for (const [text, fact] of Object.entries(facts)) {
        const year = Number(text);
        if (isFrozen(year)) continue;
        const row = rowOfYear.get(year) ?? Buffer.from(randomBytes(16));
        if (!rowOfYear.delete(year)) link.run(record, year, row);
        upsert.run(row, year, canonicalJson(fact.codes), fact.keyNamed, fact.keySums);
      }
      for (const [year, row] of rowOfYear) {
        unlink.run(record, year);
        remove.run(row);
      }
    },
    release: (record, remainder) => {
      for (const { year, row } of links.all(record)) {
        const fact = find.get(row);
        const stays = fact === undefined ? null : cutFact({ ...fact, codes: JSON.parse(fact.codes) as CaseYearFact['codes'] }, remainder);
        unlink.run(record, year);
        remove.run(row);
        if (stays !== null) upsert.run(Buffer.from(randomBytes(16)), year, canonicalJson(stays.codes), stays.keyNamed, stays.keySums);
      }
    },
  };
}
