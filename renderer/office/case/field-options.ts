/** What a choice offers: the codes of its list, or the people of the JMD. */
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { Option } from '../../ui/field.ts';
import { ownName } from '../plan/second-language.ts';
import type { CaseFile } from './case-file.svelte.ts';

export const yesNo: readonly Option<'yes' | 'no'>[] = [
  { value: 'yes', label: 'ja' },
  { value: 'no', label: 'nein' },
];

/**
 * `unknown` and its like inside a list stay in the list: they are stored as the special answer all the same. A code that is offered no more stays where it was chosen.
 *
 * „Widerrufen“ is no option beside others: an arrow key would withdraw. It is an act of its own that asks („Widerruf festhalten“).
 */
export function fieldOptions(file: Pick<CaseFile, 'catalogue' | 'session'>, field: Field, chosen: AnswerValue = null): readonly Option[] {
  if (field.type === 'staff') return file.session.staff.map((user) => ({ value: user.id, label: user.displayName }));
  const kept = Array.isArray(chosen) ? chosen : [chosen];
  return file.catalogue
    .codes(field.codeList ?? '')
    .filter(({ code, retired }) => kept.includes(code) || (retired !== true && !(field.codeList === 'consent_status' && code === 'withdrawn')))
    .map(({ code, label }) => ({ value: code, label, ...(field.codeList === 'paper_language' && { hint: ownName(code) }) }));
}
