/** What stands in a file, for somebody who may read it: the same as in the window, section by section. A copy for her is `rights copy`. */
import { displayAnswer } from '../shared/catalogue/display.ts';
import type { LoadedCatalogue } from '../shared/catalogue/load-catalogue.ts';
import type { Field } from '../shared/catalogue/types.ts';
import { recordItself } from '../shared/history/state.ts';
import type { CaseView } from '../shared/rpc/case.views.ts';
import { asJson, type Json } from './command.ts';

export function caseContent(catalogue: LoadedCatalogue, view: CaseView): Json {
  const said = (fields: readonly Field[], place: string): Json[] => fields.flatMap((field) => saidIn(catalogue, view, field, place));
  const sections = catalogue.sections.filter(({ id }) => view.readableSections.includes(id)).map(({ id, title }) => {
    const groups = catalogue.groups(id).map((group) => group.id);
    const entries = view.entries.filter(({ group }) => groups.includes(group));
    return {
      id,
      title,
      fields: said(catalogue.fieldsOf(id, null), recordItself),
      entries: entries.map(({ id: entry, group, parent, retired }) => ({ id: entry, group, parent, takenAway: retired, fields: said(catalogue.fieldsOfGroup(group), entry) })),
    };
  });
  return { case: view.row.id, catalogue: catalogue.edition, sections, documents: view.documents.map(asJson) };
}

/** Empty when nothing was ever said there; an entry that is pointed at stands in the same output under its id. */
function saidIn(catalogue: LoadedCatalogue, view: CaseView, field: Field, place: string): readonly Json[] {
  const heads = view.answers[place]?.[field.id]?.heads ?? [];
  const text = view.texts[place]?.[field.id]?.text ?? null;
  if (heads.length === 0 && text === null) return [];
  const values = heads.map(({ value, authorName, at }) => ({ value: typeof value === 'object' && value !== null ? asJson(value) : value, display: field.type === 'reference' ? '' : displayAnswer(catalogue, field, value), author: authorName, at }));
  return [{ id: field.id, number: field.number, label: field.label, values, text }];
}
