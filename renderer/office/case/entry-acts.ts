/** What one does with the entries of a group, by button and by key, the same in lists and in the plan. */
import { tick } from 'svelte';
import type { Field, Group } from '../../../shared/catalogue/types.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import type { CaseFile } from './case-file.svelte.ts';
import { checkCodes, entryLayout } from './plan-model.ts';

export interface EntryActions {
  /** Adds an entry, says what goes without saying (it is open; the area it was added in) and focuses its first field. */
  add(parent: string, known?: { readonly field: Field; readonly value: string }): Promise<void>;
  /** Alt with arrows moves the entry; true when the key was used. */
  key(event: KeyboardEvent, entry: EntryView): boolean;
}

/** Moves an entry one place and keeps the focus in it: the row is put elsewhere in the page, and at either end its button is disabled. */
export async function moveEntry(file: CaseFile, entry: EntryView, step: 1 | -1): Promise<void> {
  const held = document.activeElement;
  await file.move(entry, step);
  await tick();
  if (!(held instanceof HTMLElement) || !held.isConnected) return;
  const target = held.matches(':disabled') ? held.parentElement?.querySelector<HTMLElement>('button:not(:disabled)') : held;
  target?.focus();
}

export function entryActs(file: CaseFile, group: Group): EntryActions {
  const { state } = entryLayout(file.catalogue, group.id);
  const focus = (entry: EntryId): void => {
    const [first] = file.catalogue.fieldsOfGroup(group.id);
    if (first !== undefined) file.jumpTo(first.id, entry);
  };
  return {
    add: async (parent, known) => {
      const entry = await file.addEntry(group.id, parent);
      if (entry === null) return;
      if (known !== undefined) file.answer(entry, known.field, known.value, true);
      const open = state === undefined ? undefined : checkCodes(file.catalogue, state)?.open;
      if (state !== undefined && open === 'open' && file.stored(entry, state.id) === null) file.answer(entry, state, open, true);
      focus(entry);
    },
    key: (event, entry) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false;
      event.preventDefault();
      event.stopPropagation();
      void moveEntry(file, entry, event.key === 'ArrowUp' ? -1 : 1);
      return true;
    },
  };
}
