/** With the first translation the file learns which language it is in: the one its papers are in. Anybody may change it; nobody is asked for it. */
import { readCase } from './answers.ts';
import type { CaseFile, Decided } from './case-decision.ts';

export const translationLanguageField = 'integration_plan.translation_language';

const translations: ReadonlySet<string> = new Set([
  'integration_plan.sentence_translation',
  'integration_plan.jmd_contribution_translation',
  'goal.translation',
  'subgoal.translation',
  'action_step.translation',
]);

/** What is to be written in the same act. */
export function languageOfTranslations(file: CaseFile, decided: readonly Decided[]): readonly Decided[] {
  const isTranslation = decided.some(({ body }) => (body.type === 'editText' || (body.type === 'answer' && typeof body.value === 'string')) && translations.has(body.field));
  const isSaid = decided.some(({ body }) => body.type === 'answer' && body.field === translationLanguageField);
  if (!isTranslation || isSaid || file.catalogue.field(translationLanguageField)?.retired === true) return [];
  const answers = readCase(file.caseState, file.person);
  const language = answers.value('integration_plan.second_language');
  if (answers.statements(translationLanguageField).length > 0 || typeof language !== 'string' || language === 'de') return [];
  return [{ record: 'case', body: { type: 'answer', entry: null, field: translationLanguageField, value: language, base: [] } }];
}
