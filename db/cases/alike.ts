/**
 * Who might be the same person: for each case what is compared (shared/cases/alike) and the keys that find it.
 *
 * Candidates share two words of the name by ear, a phone, or a birth date that is the same, turned around or a year off. Plain SQL, as in search.
 */
import type { AlikePerson } from '../../shared/cases/alike/alike-person.ts';
import { alikeKeys, alikeVersion, nameKeys, phoneKey } from '../../shared/cases/alike/alike-keys.ts';
import { swappedDay, yearsBeside } from '../../shared/cases/alike/compare-births.ts';
import type { AlikeCandidate } from '../contract.ts';
import type { Sqlite } from '../open-database.ts';

export interface AlikePeople {
  save(row: number, person: AlikePerson | null): void;
  remove(row: number): void;
  clear(): void;
  candidates(person: AlikePerson): readonly AlikeCandidate[];
}

/** More are not compared: the first of those with most words in common. */
const maxCandidates = 500;
/** A phone of a home, or a 1 January, leads to many. */
const maxOfOneSign = 250;

export function alikePeople(db: Sqlite): AlikePeople {
  const known = db.prepare<[number], string>('SELECT person FROM alike_people WHERE row = ?').pluck();
  const keep = db.prepare(`
    INSERT INTO alike_people (row, born, person) VALUES (?, ?, ?)
    ON CONFLICT (row) DO UPDATE SET born = excluded.born, person = excluded.person`);
  const drop = db.prepare('DELETE FROM alike_people WHERE row = ?');
  const dropKeys = db.prepare('DELETE FROM alike_keys WHERE row = ?');
  const addKey = db.prepare('INSERT INTO alike_keys (key, row) VALUES (?, ?)');
  const withKey = db.prepare<[string], number>(`SELECT DISTINCT row FROM alike_keys WHERE key IN (SELECT value FROM json_each(?))`).pluck();
  const bornOn = db.prepare<[string, number], number>('SELECT row FROM alike_people WHERE born = ? LIMIT ?').pluck();
  const read = db.prepare<[string], { readonly record: AlikeCandidate['record']; readonly person: string }>(`
    SELECT r.id AS record, a.person FROM json_each(?) AS one JOIN alike_people a ON a.row = one.value JOIN case_rows r ON r.row = a.row`);

  const remove = (row: number): void => {
    drop.run(row);
    dropKeys.run(row);
  };
  const rowsWith = (keys: readonly string[]): readonly number[] => withKey.all(JSON.stringify(keys));
  /** Rows by how many of the words they have; with one word only, such a name is looked for by its other signs. */
  const byName = (person: AlikePerson): readonly number[] => {
    const counts = new Map<number, number>();
    for (const keys of nameKeys(person.names).values()) for (const row of rowsWith(keys)) counts.set(row, (counts.get(row) ?? 0) + 1);
    return [...counts].filter(([, words]) => words > 1).sort(([, a], [, b]) => b - a).map(([row]) => row);
  };
  return {
    save: (row, person) => {
      const json = person === null ? undefined : JSON.stringify({ version: alikeVersion, ...person } satisfies Kept);
      // Most acts change none of it.
      if (known.get(row) === json) return;
      remove(row);
      if (person === null || json === undefined) return;
      keep.run(row, person.born, json);
      for (const key of alikeKeys(person)) addKey.run(key, row);
    },
    remove,
    clear: () => {
      db.exec('DELETE FROM alike_people; DELETE FROM alike_keys;');
    },
    candidates: (person) => {
      const { born, phones } = person;
      const days = born === null ? [] : [born, swappedDay(born) ?? [], ...yearsBeside(born)].flat();
      const rows = new Set([
        ...rowsWith(phones.map(phoneKey)).slice(0, maxOfOneSign),
        ...days.flatMap((day) => bornOn.all(day, maxOfOneSign)),
        ...byName(person),
      ]);
      return read.all(JSON.stringify([...rows].slice(0, maxCandidates + maxOfOneSign))).map((one) => {
        const { version: _version, ...kept } = JSON.parse(one.person) as Kept;
        return { record: one.record, person: kept };
      });
    },
  };
}

/** What `alike_people.person` holds; another version has other keys. */
interface Kept extends AlikePerson {
  readonly version: number;
}
