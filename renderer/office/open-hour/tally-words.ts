/** Kurzberatungen in lists: what was recorded, in the order of the form. */
import { displayAnswer } from '../../../shared/catalogue/display.ts';
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { TallyRowView } from '../../../shared/rpc/desk.views.ts';
import { tallyDay, tallyMoved, tallyMovedTo } from '../../../shared/tally/tally-of.ts';
import { openHourTexts } from './texts.ts';

/** The day has its own place above the sheet; that it moved, and whither, says Lotse. */
const notAsked: readonly string[] = [tallyDay, tallyMoved, tallyMovedTo];

export function sheetFields(catalogue: LoadedCatalogue): readonly Field[] {
  return catalogue.fields.filter(({ id, retired }) => !notAsked.includes(id) && retired !== true);
}

/** `weiblich · 15 bis 17 Jahre · Ausbildung · 15 Minuten`; a row that says nothing says that. */
export function tallyWords(catalogue: LoadedCatalogue, row: Pick<TallyRowView, 'answers'>): string {
  const words = sheetFields(catalogue).map((field) => displayAnswer(catalogue, field, row.answers[field.id] ?? null));
  return words.filter((text) => text !== '').join(' · ') || openHourTexts.open;
}

/** What is counted: neither what was taken away nor what stands in a file. */
export function counted(catalogue: LoadedCatalogue, rows: readonly TallyRowView[]): { readonly count: number; readonly minutes: number } {
  const minutesField = catalogue.fields.find(({ type }) => type === 'integer')?.id ?? '';
  const live = rows.filter(({ retired, moved }) => !retired && !moved);
  const minutes = live.map(({ answers }) => answers[minutesField]).filter((value) => typeof value === 'number');
  return { count: live.length, minutes: minutes.reduce((sum, value) => sum + value, 0) };
}
