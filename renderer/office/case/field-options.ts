/** What a choice offers: the codes of its list, or the people of the JMD. */
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { Option } from '../../ui/field.ts';
import type { CaseFile } from './case-file.svelte.ts';

export const yesNo: readonly Option<'yes' | 'no'>[] = [
  { value: 'yes', label: 'ja' },
  { value: 'no', label: 'nein' },
];

/** `unknown` and its like inside a list stay in the list: they are stored as the special answer all the same. A code that is offered no more stays where it was chosen. */
export function fieldOptions(file: Pick<CaseFile, 'catalogue' | 'session'>, field: Field, chosen: AnswerValue = null): readonly Option[] {
  if (field.type === 'staff') return file.session.staff.map((user) => ({ value: user.id, label: user.displayName }));
  const kept = Array.isArray(chosen) ? chosen : [chosen];
  return file.catalogue
    .codes(field.codeList ?? '')
    .filter(({ code, retired }) => retired !== true || kept.includes(code))
    .map(({ code, label }) => ({ value: code, label }));
}
