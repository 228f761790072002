/** The to-do list of a file: what follows from a withdrawal, an end, a birthday, and what somebody wrote down. */
import type { EntryView } from '../../../../shared/rpc/case.views.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import { task } from '../case-ids.ts';

type Source = Pick<CaseFile, 'catalogue' | 'entries' | 'say' | 'stored'>;

function dueOf(file: Source, entry: string): string {
  const due = file.stored(entry, task.due);
  // Without a day it can wait behind those that have one.
  return typeof due === 'string' ? due : '9999-12-31';
}

/** Open ones by their day, done ones behind them. */
export function allTasks(file: Source): readonly EntryView[] {
  const done = (entry: EntryView): boolean => file.stored(entry.id, task.doneOn) !== null;
  return file.entries(task.group, '').toSorted((a, b) => Number(done(a)) - Number(done(b)) || dueOf(file, a.id).localeCompare(dueOf(file, b.id)));
}

export function openTasks(file: Source): readonly EntryView[] {
  return allTasks(file).filter(({ id }) => file.stored(id, task.doneOn) === null);
}

/** What is to be done: the words somebody or Lotse found for it, else its kind. */
export function taskWords(file: Source, entry: string): string {
  const words = file.stored(entry, task.text);
  if (typeof words === 'string' && words.trim() !== '') return words.trim();
  const kind = file.catalogue.field(task.kind);
  const code = file.stored(entry, task.kind);
  return kind === undefined || code === null ? 'Aufgabe' : file.say(kind, code);
}
