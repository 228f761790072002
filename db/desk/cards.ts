/**
 * Person cards as the desk is asked for them: by name, by a part of a phone number, by the day of an appointment.
 *
 * Plain SQL, as in the case list. Names are folded and found by ear as those of the cases are, see db/cases/search.ts.
 */
import { digitsOf, wordsOf } from '../../shared/cases/fold-words.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import { cardOf, type Card } from '../../shared/people/card-of.ts';
import { allSounds, bySound, bySoundBeginning, foldAll, innerWords, numberAndWords, prefixes, searchedDigits } from '../cases/search.ts';
import type { AppointmentRow, CardRow, Cards } from '../contract/desk.ts';
import type { Sqlite } from '../open-database.ts';
import type { StateTables } from '../state-tables.ts';

interface Kept {
  readonly row: number;
  readonly name: string;
  readonly phone: string;
  readonly digits: string;
  readonly madeOn: IsoDay | null;
  readonly hasCase: 0 | 1;
}

const cardColumns = 'c.record, c.name, c.phone, iif(c.has_case, NULL, c.made_on) AS madeOn';
const appointmentColumns = 'a.record, a.entry, a.day, a.time, a.staff, a.status, c.name, c.phone';

export interface CardTables extends Cards, StateTables {
  /** Cards of a schema before this table, or of files nobody wrote since: persons are here and no card is. */
  readonly owed: boolean;
}

export function openCards(db: Sqlite): CardTables {
  const kept = db.prepare<[string], Kept>('SELECT row, name, phone, digits, made_on AS madeOn, has_case AS hasCase FROM cards WHERE record = ?');
  const insert = db
    .prepare<[string, string, string, string, string | null, number], number>(
      'INSERT INTO cards (record, name, phone, digits, made_on, has_case) VALUES (?, ?, ?, ?, ?, ?) RETURNING row',
    )
    .pluck();
  const update = db.prepare('UPDATE cards SET name = ?, phone = ?, digits = ?, made_on = ?, has_case = ? WHERE row = ?');
  const wordsOfRow = db.prepare<[number], string>('SELECT words FROM card_names WHERE rowid = ?').pluck();
  const dropWords = db.prepare('DELETE FROM card_names WHERE rowid = ?');
  const addWords = db.prepare('INSERT INTO card_names (rowid, words) VALUES (?, ?)');
  const plain = db.prepare<[string], Omit<AppointmentRow, 'name' | 'phone'>>(
    'SELECT record, entry, day, time, staff, status FROM appointments WHERE record = ? ORDER BY entry',
  );
  const dropAppointments = db.prepare('DELETE FROM appointments WHERE record = ?');
  const addAppointment = db.prepare('INSERT INTO appointments (record, entry, day, time, staff, status) VALUES (?, ?, ?, ?, ?, ?)');

  const find = db.prepare<[string], CardRow>(`SELECT ${cardColumns} FROM cards c WHERE c.record = ?`);
  const preRegistered = db.prepare<[], CardRow>(`SELECT ${cardColumns} FROM cards c WHERE c.made_on IS NOT NULL AND NOT c.has_case ORDER BY c.made_on, c.name, c.record`);
  const becoming = db.prepare<[], CardRow & { readonly becoming: IsoDay }>(
    `SELECT ${cardColumns}, c.made_on AS becoming FROM cards c WHERE c.made_on IS NOT NULL AND c.has_case`,
  );
  const byName = db.prepare<[string, number], CardRow>(
    `SELECT ${cardColumns} FROM card_names w JOIN cards c ON c.row = w.rowid WHERE card_names MATCH ? ORDER BY c.name, c.record LIMIT ?`,
  );
  const byDigits = db.prepare<[string, number], CardRow>(`SELECT ${cardColumns} FROM cards c WHERE instr(c.digits, ?) > 0 ORDER BY c.name, c.record LIMIT ?`);
  const byBoth = db.prepare<[string, string, number], CardRow>(`
    SELECT ${cardColumns} FROM card_names w JOIN cards c ON c.row = w.rowid WHERE card_names MATCH ? AND instr(c.digits, ?) > 0 ORDER BY c.name, c.record LIMIT ?`);
  const ofDay = db.prepare<[{ day: string; staff: string | null }], AppointmentRow>(`
    SELECT ${appointmentColumns} FROM appointments a JOIN cards c ON c.record = a.record
    WHERE a.day = @day AND (@staff IS NULL OR a.staff = @staff) ORDER BY a.time IS NULL, a.time, c.name, a.entry`);
  const ofPerson = db.prepare<[string], AppointmentRow>(`
    SELECT ${appointmentColumns} FROM appointments a JOIN cards c ON c.record = a.record
    WHERE a.record = ? ORDER BY a.day, a.time IS NULL, a.time, a.entry`);
  const owed = db.prepare<[], number>("SELECT NOT EXISTS (SELECT 1 FROM cards) AND EXISTS (SELECT 1 FROM record_states WHERE kind = 'person')").pluck();

  const saveRow = (record: RecordId, card: Card): void => {
    const digits = card.phones.map(digitsOf).join(' ');
    const before = kept.get(record);
    const hasCase = card.madeOn === null ? 1 : 0;
    const madeOn = card.madeOn ?? card.becoming;
    let row = before?.row;
    if (before === undefined) row = insert.get(record, card.name, card.phone, digits, madeOn, hasCase);
    else if (before.name !== card.name || before.phone !== card.phone || before.digits !== digits || before.madeOn !== madeOn || before.hasCase !== hasCase) {
      update.run(card.name, card.phone, digits, madeOn, hasCase, before.row);
    }
    if (row === undefined) throw new Error('an insert without a row');
    const words = `${foldAll(card.names)}\n${innerWords(card.names)}\n${allSounds(card.names)}`;
    if (wordsOfRow.get(row) === words) return;
    dropWords.run(row);
    addWords.run(row, words);
  };
  const saveAppointments = (record: RecordId, card: Card): void => {
    const wanted = card.appointments
      .map(({ entry, day, time, staff, status }) => ({ record, entry, day, time, staff, status }))
      .sort((a, b) => (a.entry < b.entry ? -1 : 1));
    if (JSON.stringify(wanted) === JSON.stringify(plain.all(record))) return;
    dropAppointments.run(record);
    for (const { entry, day, time, staff, status } of wanted) addAppointment.run(record, entry, day, time, staff, status);
  };

  return {
    get owed() {
      return owed.get() === 1;
    },
    save: (state) => {
      if (state.kind !== 'person') return;
      const card = cardOf(state);
      saveRow(state.record, card);
      saveAppointments(state.record, card);
    },
    find: (record) => find.get(record),
    becomingFiles: () => becoming.all(),
    preRegistrations: () => preRegistered.all(),
    search: (text, limit) => {
      const digits = searchedDigits(text);
      const hits = new Map<RecordId, CardRow>();
      const add = (rows: readonly CardRow[]): void => {
        for (const row of rows) if (!hits.has(row.record)) hits.set(row.record, row);
      };
      const terms = wordsOf(text);
      if (terms.length > 0) add(byName.all(prefixes(terms), limit));
      if (digits !== null) add(byDigits.all(digits, limit));
      const mixed = hits.size === 0 ? numberAndWords(text) : null;
      if (mixed !== null) add(mixed.words.length === 0 ? byDigits.all(mixed.digits, limit) : byBoth.all(prefixes(mixed.words), mixed.digits, limit));
      const heard = hits.size < limit ? bySound(text) : null;
      if (heard !== null) add(byName.all(heard, limit));
      const begins = hits.size === 0 ? bySoundBeginning(text) : null;
      if (begins !== null) add(byName.all(begins, limit));
      return [...hits.values()].slice(0, limit);
    },
    appointmentsOfDay: (day: IsoDay, staff: UserId | null) => ofDay.all({ day, staff }),
    appointmentsOf: (record) => ofPerson.all(record),
  };
}
