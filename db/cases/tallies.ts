/** Kurzberatungen without a file, and what monitoring may read of them. Plain SQL, as everything a save writes. */
import { randomBytes } from '../../shared/crypto/sodium.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { yearOf } from '../../shared/domain/day.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { contactMark, talliesOf, tallyCodes, tallyMovedTo, type Tally } from '../../shared/tally/tally-of.ts';
import type { Tallies, TallyRow } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';
import type { StateTables } from '../state-tables.ts';
import type { IsFrozen } from './kept-facts.ts';

type Kept = Omit<TallyRow, 'retired' | 'moved' | 'answers'> & { readonly retired: 0 | 1; readonly moved: 0 | 1; readonly answers: string };

const columns = 'record, entry, day, author, retired, moved, answers';

function rowOf({ retired, moved, answers, ...rest }: Kept): TallyRow {
  return { ...rest, retired: retired === 1, moved: moved === 1, answers: JSON.parse(answers) as Readonly<Record<string, AnswerValue>> };
}

export function openTallies(db: Sqlite, isFrozen: IsFrozen): Tallies & StateTables {
  const find = db.prepare<[string, string], Kept>(`SELECT ${columns} FROM tallies WHERE record = ? AND entry = ?`);
  // Those of one hour as they were typed: they are kept by their rank, and a change leaves the row where it is.
  const list = db.prepare<[string, string], Kept>(`SELECT ${columns} FROM tallies WHERE day BETWEEN ? AND ? ORDER BY day DESC, record, rowid`);
  // Looks through all of them, a few thousand: asked when somebody takes a contact back.
  const becameContact = db.prepare<[string, string], Kept>(`SELECT ${columns} FROM tallies WHERE answers ->> ? = ?`);
  const ofFile = db.prepare<[string], Kept>(`SELECT ${columns} FROM tallies WHERE instr(answers, ?) > 0 ORDER BY day, record, rowid`);
  const factOf = db.prepare<[string, string], Buffer | null>('SELECT fact FROM tallies WHERE record = ? AND entry = ?').pluck();
  const upsert = db.prepare(`
    INSERT INTO tallies (${columns}, fact) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (record, entry) DO UPDATE SET day = excluded.day, author = excluded.author, retired = excluded.retired, moved = excluded.moved,
      answers = excluded.answers, fact = excluded.fact`);
  const count = db.prepare(`
    INSERT INTO monitoring_tallies (row_id, year, codes) VALUES (?, ?, ?)
    ON CONFLICT (row_id) DO UPDATE SET year = excluded.year, codes = excluded.codes`);
  const uncount = db.prepare('DELETE FROM monitoring_tallies WHERE row_id = ?');

  const saveFact = (tally: Tally, before: Buffer | null): Buffer | null => {
    const codes = isFrozen(yearOf(tally.day)) ? null : tallyCodes(tally);
    if (codes === null) {
      if (before !== null) uncount.run(before);
      return null;
    }
    const fact = before ?? Buffer.from(randomBytes(16));
    count.run(fact, yearOf(tally.day), canonicalJson(codes));
    return fact;
  };

  return {
    save: (state) => {
      if (state.kind !== 'tally') return;
      for (const tally of talliesOf(state)) {
        const { entry, day, author, retired, moved, answers } = tally;
        const fact = saveFact(tally, factOf.get(state.record, entry) ?? null);
        upsert.run(state.record, entry, day, author, Number(retired), Number(moved), JSON.stringify(answers), fact);
      }
    },
    find: (record, entry) => {
      const row = find.get(record, entry);
      return row === undefined ? undefined : rowOf(row);
    },
    list: (from, to) => list.all(from, to).map(rowOf),
    ofFile: (file) => ofFile.all(`"${contactMark(file, '')}`).map(rowOf),
    becameContact: (mark) => becameContact.all(`$."${tallyMovedTo}"`, mark).map(rowOf),
  };
}
