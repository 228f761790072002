/**
 * An office in which one young person left words in every place there is, another one left hers, and a third is only a Vormerkung.
 * `forgotten` are the words that must be gone, by the place they were typed into.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { writeKeyCopy } from '../../../db/backup/key-copies.ts';
import type { CasesTx, DeskTx, Store } from '../../../db/contract/store.ts';
import { folderPaths } from '../../../db/folder.ts';
import { openDatabase } from '../../../db/open-database.ts';
import { insideOf } from '../../../db/open-store.ts';
import type { SlotKeys } from '../../../db/slots/slot.ts';
import { randomId } from '../../../shared/crypto/sodium.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { AttachmentId, type RecordId } from '../../../shared/domain/ids.ts';
import type { IntentBody } from '../../../shared/history/intent.ts';
import { makeTextEditOn } from '../../../shared/history/text.ts';
import { canonicalJson } from '../../../shared/envelopes/canonical-json.ts';
import { buildTables } from '../../../shared/monitoring/build-tables.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import { d5v3js2modified } from '../../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { CaseYearFact } from '../../../shared/monitoring/types.ts';
import { actorOf, casesOf, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

export const forgotten = {
  cardName: 'Qamarzadeh-Brombeerwald',
  cardNameBefore: 'Xylophonbauerin-Tippfehler',
  answer: 'Regenbogenforellenzüchterin',
  answerBefore: 'Ypsilonförmiger Holzsteg',
  text: 'Pusteblumenwiesenpfad',
  textDeleted: 'Zwiebelkuchenrezept streng geheim',
  search: 'Kichererbsenpüreetopf',
  due: 'Streuselkuchenblechreinigung',
  attachment: 'Papierdrachenflugfest',
  cardAttachment: 'Wackeldackelfabrikant',
  audit: 'Seidenraupenzuchtanlage',
  cardAudit: 'Mondscheinsonatenabend',
  freePage: 'Glühwürmchenlaternenzug',
  reservation: 'Vogelbeerstrauchzeile',
} as const;

export const kept = { name: 'Leuchtturmwärterinnen', text: 'Dachstuhlschwalbennest', reservation: 'Nachtfalterbeobachtung' } as const;

export interface OfficeToForget {
  readonly dir: string;
  readonly keys: SlotKeys & { readonly casesKey: Uint8Array };
  /** Case and card of one young person. */
  readonly amira: RecordId;
  /** A card alone. */
  readonly vormerkung: RecordId;
  readonly others: readonly [RecordId, RecordId];
  /** The file keys of amira and of the Vormerkung, both doors. */
  readonly fileKeys: readonly Buffer[];
}

const answer = (field: string, value: string, base: readonly string[]): IntentBody =>
  ({ type: 'answer', entry: null, field, value, base }) as IntentBody;

/** An answer, then another in its place, as somebody corrects herself. */
export function answerTwice(tx: DeskTx | CasesTx, store: Store, record: RecordId, kind: 'case' | 'person', field: string, values: readonly string[]): void {
  for (const value of values) {
    const base = (tx.histories.find(record)?.answers['']?.[field] ?? []).map((head) => head.intent);
    tx.histories.append(record, kind, [answer(field, value, base)], actorOf(store));
  }
}

export function writeText(tx: CasesTx, store: Store, record: RecordId, text: string): void {
  const update = makeTextEditOn(tx.histories.findText(record, null, 'plan.note'), text) ?? '';
  const base = tx.histories.find(record)?.texts['']?.['plan.note']?.heads ?? [];
  tx.histories.append(record, 'case', [{ type: 'editText', entry: null, field: 'plan.note', update, base: [...base] }], actorOf(store));
}

/** In Beratung in one year, in CM in the next; `handball`: a code no table uses. */
function countedAs(gender: 'w' | 'm'): Readonly<Record<string, CaseYearFact>> {
  const key = gender === 'w' ? 12_345_678 : 87_654_321;
  const codes = { gender, age_group: '19_26', time_since_entry: 'under_2', destination: 'not_ended', handball: 'yes' };
  return {
    '2025': { codes: { ...codes, support_form: 'counselling', cm_flow: 'none' }, keyNamed: key, keySums: key + 1 },
    '2026': { codes: { ...codes, support_form: 'case_management', cm_flow: 'new' }, keyNamed: key + 2, keySums: key + 3 },
  };
}

/** The tables of both years as they would leave, canonical. */
export function tablesOf(store: Store): readonly string[] {
  return casesOf(store).read((tx) => [2025, 2026].map((year) => canonicalJson(buildTables(tx.facts, defaultPlan, d5v3js2modified, { year, half: null }))));
}

function project(tx: CasesTx, record: RecordId, name: string, words: string, due: string, gender: 'w' | 'm'): void {
  const row = { id: record, number: 'N-1', name, born: null, supportForm: null, status: 'active', consent: 'given' };
  tx.projections.save(record, {
    row: { ...row, caseworker: null, deputy: null, shielded: false, cardInside: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' },
    dues: [{ day: IsoDay.parse('2026-04-01'), kind: 'step', entry: null, text: due }],
    words: [
      { field: null, text: name },
      { field: 'plan.note', text: words },
    ],
    facts: countedAs(gender),
  });
}

/** Everything the office typed, closed again. */
export function officeToForget(): OfficeToForget {
  const dir = newFolder();
  const keys = newKeys();
  const { casesKey } = keys;
  if (casesKey === null) throw new Error('a head opens the cases');
  const store = createStore(dir, keys);
  const [amira, vormerkung, other, otherReservation] = [newRecord(), newRecord(), newRecord(), newRecord()] as const;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  store.desk.write((tx) => {
    const actor = actorOf(store);
    for (const record of [amira, vormerkung, other, otherReservation]) tx.histories.create(record, 'person', actor);
    answerTwice(tx, store, other, 'person', 'person.last_name', [kept.name]);
    answerTwice(tx, store, otherReservation, 'person', 'person.last_name', [kept.reservation]);
    answerTwice(tx, store, vormerkung, 'person', 'person.last_name', [forgotten.reservation]);
    answerTwice(tx, store, amira, 'person', 'person.last_name', [forgotten.cardNameBefore, forgotten.cardName]);
    tx.histories.keepBytes(amira, AttachmentId.parse(randomId()), bytes(forgotten.cardAttachment));
    tx.audit.write({ action: 'card.open', record: amira, details: { word: forgotten.cardAudit } }, actor);
    tx.audit.write({ action: 'card.open', record: other, details: {} }, actor);
  });
  casesOf(store).write((tx) => {
    const actor = actorOf(store);
    // Last, so that the highest number this PC gave belongs to the one who is forgotten.
    for (const record of [other, amira]) tx.histories.create(record, 'case', actor);
    writeText(tx, store, other, kept.text);
    project(tx, other, kept.name, kept.text, kept.text, 'm');
    answerTwice(tx, store, amira, 'case', 'plan.wish', [forgotten.answerBefore, forgotten.answer]);
    tx.histories.keepBytes(amira, AttachmentId.parse(randomId()), bytes(forgotten.attachment));
    tx.audit.write({ action: 'case.open', record: other, details: {} }, actor);
    tx.audit.write({ action: 'case.open', record: amira, details: { word: forgotten.audit } }, actor);
    project(tx, amira, forgotten.cardNameBefore, `${forgotten.search} ${forgotten.textDeleted}`, forgotten.due, 'w');
  });
  for (const text of [`${forgotten.textDeleted}: `, `${forgotten.textDeleted}: ${forgotten.text}`, forgotten.text]) {
    casesOf(store).write((tx) => {
      writeText(tx, store, amira, text);
      project(tx, amira, forgotten.cardName, `${forgotten.search} ${text}`, forgotten.due, 'w');
    });
  }
  const { keyrings } = insideOf(store);
  const fileKeys = [keyrings.desk.find(amira), keyrings.cases?.find(amira), keyrings.desk.find(vormerkung)];
  store.close();
  leaveFreePages(dir, casesKey);
  return { dir, keys: { ...keys, casesKey }, amira, vormerkung, others: [other, otherReservation], fileKeys: fileKeys.map((key) => Buffer.from(key ?? [])) };
}

/** Pages of a row that was deleted when nobody overwrote what is deleted. */
function leaveFreePages(dir: string, casesKey: Uint8Array): void {
  const db = openDatabase(folderPaths(dir).cases, casesKey, { create: false });
  db.pragma('secure_delete = OFF');
  db.prepare('INSERT INTO case_texts (row, identity, digits, words) VALUES (?, ?, ?, ?)').run(999_999, '[]', '', `${forgotten.freePage} `.repeat(1_000));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.prepare('DELETE FROM case_texts WHERE row = ?').run(999_999);
  db.close();
}

/** The office as a restore and a week of backups leave it: copies of everything everywhere. */
export async function copyEverywhere({ dir, keys }: OfficeToForget): Promise<void> {
  const { setAside } = folderPaths(dir);
  const files = fs.readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile());
  const aside = path.join(setAside, '2026-03-01T120000Z');
  fs.mkdirSync(aside, { recursive: true });
  for (const { name } of files) fs.cpSync(path.join(dir, name), path.join(aside, name));
  const store = reopenStore(dir, keys);
  await createBackup(store, 'daily', '2026-03-02T10:00:00Z');
  const source = { dir, ...insideOf(store) };
  writeKeyCopy(source, '2026-03-02T10:00:00Z');
  writeKeyCopy(source, '2026-03-02T11:00:00Z');
  store.close();
}
