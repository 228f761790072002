/** Goals come from needs (Rahmenkonzept 2.2): those that no goal answers to yet. */
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { goal, need } from './plan-ids.ts';

type Source = Pick<CaseFile, 'entries' | 'stored' | 'value'>;

export function openNeeds(file: Source): readonly EntryView[] {
  const answered = new Set(file.entries(goal.group, '').map(({ id }) => file.value(id, goal.need)));
  return file.entries(need.group, '').filter(({ id }) => !answered.has(id) && file.stored(id, need.text) !== null);
}
