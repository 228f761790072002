/** What was agreed last, for whoever takes over the next talk. */
import type { EntryId } from '../domain/ids.ts';
import type { RecordState } from '../history/state.ts';

const over: readonly unknown[] = ['done', 'cancelled'];

/** The words of the open Arbeitsschritt that was written last; null when none is open. */
export function lastStep({ entries, answers }: RecordState): string | null {
  const steps = Object.entries(entries)
    .filter(([id, { group, retired }]) => group === 'action_step' && !retired && !isOver(answers[id]))
    .flatMap(([id]) => {
      const head = answers[id]?.['action_step.task']?.[0];
      return typeof head?.value === 'string' ? [{ id: id as EntryId, at: head.at, text: head.value }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
  return steps[0]?.text ?? null;
}

function isOver(fields: RecordState['answers'][string] | undefined): boolean {
  return (fields?.['action_step.status'] ?? []).some(({ value }) => over.includes(value));
}
