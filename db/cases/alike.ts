/**
 * Who might be the same person: for each case what is compared (shared/cases/alike) and the keys that find it.
 *
 * Candidates share words of the name by ear, a phone, or a birth date that is the same, turned around or a year off. Each sign has its own places, so
 * that none takes those of another: a third of the young people are said to be born on a 1 January. Plain SQL, as in search.
 */
import type { AlikePerson } from '../../shared/cases/alike/alike-person.ts';
import { alikeKeys, alikeVersion, nameKeys, phoneKey } from '../../shared/cases/alike/alike-keys.ts';
import { compareBirths, isMadeUp, swappedDay, yearsBeside, type Birth } from '../../shared/cases/alike/compare-births.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { AlikeCandidate } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';

export interface AlikePeople {
  save(row: number, person: AlikePerson | null): void;
  remove(row: number): void;
  clear(): void;
  candidates(person: AlikePerson): readonly AlikeCandidate[];
}

/** Most who are compared because of one sign; the likeliest first. */
const places = { twoWords: 300, oneWord: 150, phone: 100, day: 60 } as const;

export function alikePeople(db: Sqlite): AlikePeople {
  const known = db.prepare<[number], string>('SELECT person FROM alike_people WHERE row = ?').pluck();
  const keep = db.prepare(`
    INSERT INTO alike_people (row, born, person) VALUES (?, ?, ?)
    ON CONFLICT (row) DO UPDATE SET born = excluded.born, person = excluded.person`);
  const drop = db.prepare('DELETE FROM alike_people WHERE row = ?');
  const dropKeys = db.prepare('DELETE FROM alike_keys WHERE row = ?');
  const addKey = db.prepare('INSERT INTO alike_keys (key, row) VALUES (?, ?)');
  const withKey = db.prepare<[string], Sharing>(`
    SELECT DISTINCT k.row, a.born FROM alike_keys k JOIN alike_people a ON a.row = k.row WHERE k.key IN (SELECT value FROM json_each(?))`);
  const bornOn = db.prepare<[string, number], number>('SELECT row FROM alike_people WHERE born = ? LIMIT ?').pluck();
  const read = db.prepare<[string], { readonly record: AlikeCandidate['record']; readonly person: string }>(`
    SELECT r.id AS record, a.person FROM json_each(?) AS one JOIN alike_people a ON a.row = one.value JOIN case_rows r ON r.row = a.row`);

  const remove = (row: number): void => {
    drop.run(row);
    dropKeys.run(row);
  };
  const rowsWith = (keys: readonly string[]): readonly Sharing[] => withKey.all(JSON.stringify(keys));
  /** Everybody who shares a word of the name, and how many words. */
  const byName = (person: AlikePerson): readonly Counted[] => {
    const counted = new Map<number, Counted>();
    for (const keys of nameKeys(person.names).values()) {
      for (const { row, born } of rowsWith(keys)) counted.set(row, { row, born, words: (counted.get(row)?.words ?? 0) + 1 });
    }
    return [...counted.values()];
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
      const { born, bornRough, phones } = person;
      const named = byName(person).map((one) => ({ ...one, fit: birthFit({ day: born, rough: bornRough }, one.born) }));
      const words = new Map(named.map((one) => [one.row, one.words]));
      // A made-up day is no sign by itself: whoever shares it is found by a word of the name with it.
      const days = born === null || isMadeUp(born) ? [] : [born, swappedDay(born) ?? [], ...yearsBeside(born)].flat();
      const rows = new Set([
        ...best(named.filter((one) => one.words > 1), places.twoWords),
        ...best(named.filter((one) => one.words === 1 && one.fit > 0), places.oneWord),
        ...best(rowsWith(phones.map(phoneKey)).map((one) => ({ ...one, words: words.get(one.row) ?? 0, fit: 0 })), places.phone),
        ...days.flatMap((day) => bornOn.all(day, places.day)),
      ]);
      return read.all(JSON.stringify([...rows])).map((one) => {
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

interface Sharing {
  readonly row: number;
  readonly born: IsoDay | null;
}

interface Counted extends Sharing {
  readonly words: number;
}

/** Most words in common first, then the birth dates that fit. */
function best(found: readonly (Counted & { readonly fit: number })[], count: number): readonly number[] {
  return [...found].sort((a, b) => b.words - a.words || b.fit - a.fit || a.row - b.row).slice(0, count).map(({ row }) => row);
}

/** How well two birth dates go together, roughly: what is compared in full is read afterwards. 0: not at all. */
function birthFit(typed: Birth, born: IsoDay | null): number {
  if (typed.day === null || born === null) return 1;
  // Of the other nobody knows yet whether the day is an estimate.
  const likeness = compareBirths(typed, { day: born, rough: true });
  if (likeness === 'other') return yearsBeside(typed.day).concat(swappedDay(typed.day) ?? []).includes(born) ? 2 : 0;
  return likeness === 'equal_rough' ? 3 : 2;
}
