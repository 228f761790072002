/** What a choice offers: the codes of its list, or the people of the JMD. */
import type { Field } from '../../../shared/catalogue/types.ts';
import type { Option } from '../../ui/field.ts';
import type { CaseFile } from './case-file.svelte.ts';

export const yesNo: readonly Option<'yes' | 'no'>[] = [
  { value: 'yes', label: 'ja' },
  { value: 'no', label: 'nein' },
];

/** `unknown` and its like inside a list stay in the list: they are stored as the special answer all the same. */
export function fieldOptions(file: Pick<CaseFile, 'catalogue' | 'session'>, field: Field): readonly Option[] {
  if (field.type === 'staff') return file.session.staff.map((user) => ({ value: user.id, label: user.displayName }));
  return file.catalogue.codes(field.codeList ?? '').map(({ code, label }) => ({ value: code, label }));
}
