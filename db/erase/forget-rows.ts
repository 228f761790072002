/** Takes everything of a record out of one door, in the transaction of the caller. Doing it twice changes nothing. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CasesTx } from '../contract/store.ts';
import type { Sqlite } from '../open-database.ts';

/**
 * The rows both doors have.
 *
 * The links of the audit chain stay, emptied of record and details, so that the chain still verifies. The numbers this and other PCs
 * gave to the record's intents stay as floors: a number given twice would look like a forged history (R46).
 */
export function forgetHistory(db: Sqlite, record: RecordId): void {
  db.prepare(
    `INSERT INTO sequence_floors (device, sequence)
      SELECT device, max(sequence) FROM intents WHERE record = ? GROUP BY device
      ON CONFLICT (device) DO UPDATE SET sequence = max(sequence, excluded.sequence)`,
  ).run(record);
  for (const table of ['intents', 'record_states', 'attachments']) db.prepare(`DELETE FROM ${table} WHERE record = ?`).run(record);
  db.prepare("UPDATE audit SET record = NULL, sealed = x'' WHERE record = ?").run(record);
}

/** Everything the desk has of records: history, card, appointments, and that somebody is not somebody else. */
export function forgetDesk(db: Sqlite, records: readonly RecordId[]): void {
  const row = db.prepare<[string], number>('DELETE FROM cards WHERE record = ? RETURNING row').pluck();
  const words = db.prepare<[number]>('DELETE FROM card_names WHERE rowid = ?');
  const appointments = db.prepare<[string]>('DELETE FROM appointments WHERE record = ?');
  const pairs = db.prepare<[{ record: string }]>('DELETE FROM distinct_pairs WHERE a = :record OR b = :record');
  for (const record of records) {
    forgetHistory(db, record);
    const removed = row.get(record);
    if (removed !== undefined) words.run(removed);
    appointments.run(record);
    pairs.run({ record });
  }
  db.exec("INSERT INTO card_names (card_names) VALUES ('rebuild')");
}

/**
 * What only the cases have: list row, dates, words, facts and their link, rows beside the file.
 *
 * `secure-delete` takes a word out of the pages of the index, but may leave its beginning where it parted two pages; an index made anew
 * from the texts that are left holds nothing of it.
 */
export function forgetCases(db: Sqlite, tx: CasesTx, records: readonly RecordId[]): void {
  for (const record of records) {
    tx.projections.remove(record);
    forgetHistory(db, record);
    db.prepare('DELETE FROM monitoring_tallies WHERE row_id IN (SELECT fact FROM tallies WHERE record = ?)').run(record);
    db.prepare('DELETE FROM tallies WHERE record = ?').run(record);
  }
  for (const index of ['case_names', 'case_words']) db.exec(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`);
}
