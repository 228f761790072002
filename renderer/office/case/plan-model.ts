/**
 * Which groups of a section make a plan, found in the catalogue alone: a group whose entries belong to areas (a choice from the
 * code list `goal_area`) and hold entries of further groups.
 */
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Code, Field, Group, Section } from '../../../shared/catalogue/types.ts';

/** domain.md §3.2: the four areas of the Rahmenkonzept. */
const areaList = 'goal_area';
/** Codes that say "this is done", in the lists of goals and steps. */
const doneCodes: readonly string[] = ['done', 'reached', 'attained'];
const overCodes: readonly string[] = ['cancelled', 'no_longer_relevant', 'discontinued'];

export interface PlanShape {
  readonly goal: Group;
  readonly area: Field;
  readonly areas: readonly Code[];
  /** Further groups of the section that stand beside the goals. */
  readonly others: readonly Group[];
}

/** undefined: the section is an ordinary form. */
export function planShape(catalogue: LoadedCatalogue, section: Section): PlanShape | undefined {
  const roots = rootGroups(section);
  for (const goal of roots) {
    const area = catalogue.fieldsOfGroup(goal.id).find((field) => field.codeList === areaList && field.type === 'choice');
    if (area === undefined || catalogue.groupsIn(goal.id).length === 0) continue;
    return { goal, area, areas: catalogue.codes(areaList), others: roots.filter((group) => group !== goal) };
  }
  return undefined;
}

/** Groups of a section whose entries stand in no other entry. */
export function rootGroups(section: Section): readonly Group[] {
  return (section.groups ?? []).filter((group) => group.parents === undefined);
}

/** The plan's own field that says whether it is a draft or agreed. */
export function planState(catalogue: LoadedCatalogue, fields: readonly Field[]): Field | undefined {
  return fields.find((field) => field.type === 'choice' && catalogue.hasCode(field.codeList ?? '', 'agreed'));
}

/** Agreed, or further than that. */
export function isAgreed(code: unknown): boolean {
  return typeof code === 'string' && ['agreed', 'under_review', 'completed'].includes(code);
}

export interface EntryLayout {
  /** Her own words: what the entry is called. */
  readonly title: Field | undefined;
  /** Dates and choices that stand in the row. */
  readonly row: readonly Field[];
  /** Everything longer, folded away. */
  readonly more: readonly Field[];
  /** How it stands: open, done … */
  readonly state: Field | undefined;
  /** The same words in the language of the papers. */
  readonly translation: Field | undefined;
  /** The drawing beside it on the wall sheet. */
  readonly picture: Field | undefined;
}

/** Lists whose choice stands in the row: who does it, now or later. */
const rowLists: readonly string[] = ['responsible', 'goal_turn'];

/**
 * How the fields of one entry are laid out. In the row stand what is wanted (Pflichtfeld), who, from when until when, what it answers to, how it
 * stands, and what an answer just given asks for. `said` fields are told by the place of the entry (its area) and folded away.
 */
export function entryLayout(catalogue: LoadedCatalogue, group: string, said: readonly string[] = []): EntryLayout {
  const fields = catalogue.fieldsOfGroup(group);
  const title = fields.find((field) => field.type === 'longtext' || field.type === 'text');
  const translation = fields.find(({ id }) => id === `${group}.translation`);
  const picture = fields.find(({ codeList }) => codeList === 'pictogram');
  const rest = fields.filter((field) => field !== title && field !== translation && field !== picture);
  const state = rest.find((field) => field.type === 'choice' && catalogue.codes(field.codeList ?? '').some(({ code }) => isDone(code)));
  const isRow = (field: Field): boolean =>
    !said.includes(field.id) &&
    (field.required !== undefined ||
      field.due !== undefined ||
      field.shownWhen !== undefined ||
      field === state ||
      field.type === 'date' ||
      field.type === 'reference' ||
      rowLists.includes(field.codeList ?? ''));
  return { title, row: rest.filter(isRow), more: rest.filter((field) => !isRow(field)), state, translation, picture };
}

export function isDone(code: unknown): boolean {
  return typeof code === 'string' && doneCodes.includes(code);
}

/** Neither done nor to be done any more. */
export function isOver(code: unknown): boolean {
  return typeof code === 'string' && overCodes.includes(code);
}

/** The code a check mark sets: the first that says done, and the first of the list to take it back. */
export function checkCodes(catalogue: LoadedCatalogue, state: Field): { readonly done: string; readonly open: string } | undefined {
  const codes = catalogue.codes(state.codeList ?? '').map(({ code }) => code);
  const done = codes.find(isDone);
  const open = codes.find((code) => code === 'open') ?? codes.find((code) => !isDone(code) && !isOver(code));
  return done === undefined || open === undefined ? undefined : { done, open };
}
