/** A file with a word of its own in every place of the catalogue that takes one, and beside it: a file, a work note, an appointment. */
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { randomId, sha256Hex } from '../../../shared/crypto/sodium.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { ActId, type EntryId, type RecordId } from '../../../shared/domain/ids.ts';
import { fileOf, smallPdf } from '../../support/sample-files.ts';
import { answerAll, consent, type TestOffice } from './office.ts';

/** In every word, so that one look finds all of them; twelve letters at least, as an index may cut words. */
export const stem = 'Quastenflosserkanarie';

/** The word of one place; the stem stands in it whole, and its end is its own. */
export function wordOf(place: string): string {
  return `${stem}${sha256Hex(new TextEncoder().encode(place)).slice(0, 12)}`;
}

export interface FullFile {
  readonly record: RecordId;
  /** Places by name, each with its word. */
  readonly words: ReadonlyMap<string, string>;
  /** Groups that cannot be added by hand, and fields of text that take no word; asked for by name, so that a new one is noticed. */
  readonly without: readonly string[];
  /** Where the file lay before; kept nowhere. */
  readonly fileName: string;
}

export async function fullFile(office: TestOffice, day = '2026-03-02'): Promise<FullFile> {
  const { client } = office;
  let view = await client.cases.create();
  const caseId = view.row.id;
  view = await answerAll(office, view, [...consent.map((wish) => (wish.value === '2026-03-02' ? { ...wish, value: day } : wish)), { field: 'consent.health_data', value: 'granted' }, { field: 'case.first_interview_date', value: day }]);
  const words = new Map<string, string>();
  const entries = new Map<string, EntryId>();
  const without: string[] = [];
  const groups = ['goal', 'subgoal', 'action_step', ...currentCatalogue.fields.flatMap(({ group }) => group ?? [])];
  for (const group of new Set(groups)) {
    if (group === 'request') {
      entries.set(group, await takenBackRequest(client, caseId, day));
      view = await client.cases.open({ caseId });
      continue;
    }
    const parent = currentCatalogue.group(group)?.parents?.map((one) => entries.get(one)).find((one) => one !== undefined) ?? null;
    try {
      const basis = { 'disclosure.basis': 'court_order', 'disclosure.date': day, 'disclosure.recipient_name': 'Amtsgericht' };
      const added = await (group === 'disclosure' ? client.cases.enter({ caseId, group, parent, answers: basis, texts: { 'disclosure.content': 'Bericht' } }) : client.cases.addEntry({ caseId, group, parent }));
      entries.set(group, added.entry);
      view = added.view;
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem)) throw problem;
      without.push(group);
    }
  }
  for (const { id: field, type, group, pattern, maxLength = 500 } of currentCatalogue.fields) {
    const entry = group === undefined ? null : entries.get(group);
    if (entry === undefined) continue;
    const word = wordOf(field);
    if (type === 'longtext') {
      // Two words: what was written and taken out again has to go as well.
      view = await client.cases.editText({ caseId, entry, field, text: `${word} ${wordOf(`${field} before`)}`, base: [] });
      view = await client.cases.editText({ caseId, entry, field, text: word, base: [...(view.texts[entry ?? '']?.[field]?.base ?? [])] });
    } else if (type === 'text' && pattern === undefined && maxLength >= word.length) {
      try {
        view = await answerAll(office, view, [{ field, value: wordOf(`${field} before`), entry }, { field, value: word, entry }]);
      } catch (problem) {
        // A field with a form of its own (a time, a code of a district) takes no word.
        if (!(problem instanceof Error && 'code' in problem)) throw problem;
        without.push(field);
        continue;
      }
    } else {
      if (type === 'text') without.push(field);
      continue;
    }
    words.set(field, word);
  }
  const fileName = 'name of a file';
  const place = (name: string): string => {
    words.set(name, wordOf(name));
    return wordOf(name);
  };
  await client.attachments.add({ caseId, act: ActId.parse(randomId()), file: fileOf(smallPdf(place('bytes of a file')), `${wordOf(fileName)}.pdf`), title: place('title of a file'), answers: {} });
  await client.workNotes.write({ caseId, text: place('work note') });
  return { record: caseId, words, without, fileName: wordOf(fileName) };
}

/** Written by its acts alone; taken back, it holds nothing. */
async function takenBackRequest({ rights }: TestOffice['client'], caseId: RecordId, day: string): Promise<EntryId> {
  const on = IsoDay.parse(day);
  const { entry } = await rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: on, identity: 'known' });
  await rights.decide({ caseId, entry, decision: 'taken_back', ground: null, reason: '', insight: null, secretCounselling: null, day: on });
  return entry;
}
