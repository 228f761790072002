/** The file learns with the first translation which language it is in. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import { noLetterhead } from '../../shared/papers/letterhead.ts';
import { translationLanguageField } from '../../shared/cases/translation-language.ts';
import { amira, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
  await office.client.papers.saveSettings({ letterhead: noLetterhead, phones: [], unreviewedLanguages: ['ar', 'fr', 'de-simple'] });
});
afterAll(async () => {
  await office.remove();
});

const answer = (caseId: RecordId, field: string, value: string) => office.client.cases.answer({ caseId, entry: null, field, value, base: [] });
const goal = (caseId: RecordId) => office.client.cases.enter({ caseId, group: 'goal', parent: null, answers: { 'goal.area': 'language' }, texts: { 'goal.description': 'Ich will B1 schaffen.' } });

it('a translated goal says in the same act that it is Arabic, as the papers are; another language for the papers changes nothing of that', async () => {
  const { row } = await amira(office);
  await answer(row.id, 'integration_plan.second_language', 'ar');
  const { entry, view } = await goal(row.id);
  expect(view.answers['']?.[translationLanguageField]).toBeUndefined();
  const translated = await office.client.cases.editText({ caseId: row.id, entry, field: 'goal.translation', text: 'أريد أن أنجح', base: [] });
  expect(translated.answers['']?.[translationLanguageField]?.heads.map(({ value }) => value)).toEqual(['ar']);
  const { heads = [] } = translated.answers['']?.['integration_plan.second_language'] ?? {};
  await office.client.cases.answer({ caseId: row.id, entry: null, field: 'integration_plan.second_language', value: 'fr', base: heads.map(({ intent }) => intent) });
  const { translatedInto, preset } = await office.client.plan.languages({ caseId: row.id });
  expect([translatedInto, preset]).toEqual(['ar', 'fr']);
  const shown = async (language: 'ar' | 'fr' | 'de-simple') => (await office.client.plan.show({ caseId: row.id, language })).sentence.translation;
  expect(await Promise.all((['ar', 'fr', 'de-simple'] as const).map(shown))).toEqual(['أريد أن أنجح', '', '']);
});

it('a step with its translation, entered at once, says it too; what somebody said already stays', async () => {
  const { row } = await amira(office);
  await answer(row.id, 'integration_plan.second_language', 'ar');
  const { entry } = await goal(row.id);
  const step = { group: 'action_step', parent: entry, answers: { 'action_step.task': 'Zum Kurs gehen', 'action_step.translation': 'الذهاب إلى الدورة' }, texts: {} };
  const { view } = await office.client.cases.enter({ caseId: row.id, ...step });
  const { heads = [] } = view.answers['']?.[translationLanguageField] ?? {};
  expect(heads.map(({ value }) => value)).toEqual(['ar']);
  await office.client.cases.answer({ caseId: row.id, entry: null, field: translationLanguageField, value: 'prs', base: heads.map(({ intent }) => intent) });
  const again = await office.client.cases.enter({ caseId: row.id, ...step });
  expect(again.view.answers['']?.[translationLanguageField]?.heads.map(({ value }) => value)).toEqual(['prs']);
});
