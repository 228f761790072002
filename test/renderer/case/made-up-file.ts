/** A case file as the pure parts of the window ask it: real catalogue, made-up answers. */
import { answerText } from '../../../renderer/office/case/answer-text.ts';
import { entryName } from '../../../renderer/office/case/entry-name.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { CaseView, EntryView } from '../../../shared/rpc/case.views.ts';
import type { SessionView } from '../../../shared/rpc/session.views.ts';

/** Answers by entry, '' for the record itself. */
export type Said = Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;

export function entryId(digit: string): EntryId {
  return digit.repeat(32).slice(0, 32) as EntryId;
}

export function entry(id: EntryId, group: string, more: Partial<EntryView> = {}): EntryView {
  return { id, group, parent: null, retired: false, ...more };
}

export const today = IsoDay.parse('2026-03-02');

export function madeUpFile(said: Said, entries: readonly EntryView[] = [], view: Partial<CaseView> = {}) {
  const value = (place: string, field: string): AnswerValue => said[place]?.[field] ?? null;
  const live = (group: string, parent: string): readonly EntryView[] =>
    entries.filter((one) => one.group === group && !one.retired && (one.parent ?? '') === parent);
  const nameOf = (one: EntryView): string => entryName(file, one, live(one.group, one.parent ?? '').indexOf(one) + 1);
  const file = {
    catalogue: currentCatalogue,
    session: { today, staff: [] } as unknown as Extract<SessionView, { phase: 'open' }>,
    readOnly: false,
    view: { entries, gaps: [], consentGiven: true, healthConsentGiven: false, ...view } as CaseView,
    value,
    stored: value,
    entries: live,
    entryName: nameOf,
    nameOfEntry: (id: string): string | undefined => entries.filter((one) => one.id === id).map(nameOf)[0],
    isShown: (): boolean => true,
    say: (field: Field, answer: AnswerValue): string =>
      answerText(currentCatalogue, field, answer, [], (id) => entries.filter((one) => one.id === id).map(nameOf)[0]),
  };
  return file;
}
