/**
 * Which groups of a section make a plan, found in the catalogue alone: a group whose entries belong to areas (a choice from the
 * code list `goal_area`) and hold entries of further groups.
 */
import type { Code, Field, Group, Section } from '../../../shared/catalogue/types.ts';
import { childGroups, codesOf, groupFields, rootGroups, type CatalogueIndex } from './catalogue-index.ts';

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
export function planShape(index: CatalogueIndex, section: Section): PlanShape | undefined {
  for (const goal of rootGroups(section)) {
    const area = groupFields(index, goal.id).find((field) => field.codeList === areaList && field.type === 'choice');
    if (area === undefined || childGroups(section, goal.id).length === 0) continue;
    return { goal, area, areas: codesOf(index, area), others: rootGroups(section).filter((group) => group !== goal) };
  }
  return undefined;
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
}

const inRow: readonly Field['type'][] = ['date', 'year_month', 'choice', 'boolean', 'staff', 'integer', 'automatic'];

/** How the fields of one entry are laid out; `hidden` fields are said by the place the entry stands in (the area). */
export function entryLayout(index: CatalogueIndex, group: string, hidden: readonly string[] = []): EntryLayout {
  const fields = groupFields(index, group).filter((field) => !hidden.includes(field.id));
  const title = fields.find((field) => field.type === 'longtext' || field.type === 'text');
  const rest = fields.filter((field) => field !== title);
  const state = rest.find((field) => field.type === 'choice' && codesOf(index, field).some(({ code }) => isDone(code)));
  const isRow = (field: Field): boolean =>
    inRow.includes(field.type) && (field.required !== undefined || field.type === 'date' || field === state);
  return { title, row: rest.filter(isRow), more: rest.filter((field) => !isRow(field)), state };
}

export function isDone(code: unknown): boolean {
  return typeof code === 'string' && doneCodes.includes(code);
}

/** Neither done nor to be done any more. */
export function isOver(code: unknown): boolean {
  return typeof code === 'string' && overCodes.includes(code);
}

/** The code a check mark sets: the first that says done, and the first of the list to take it back. */
export function checkCodes(index: CatalogueIndex, state: Field): { readonly done: string; readonly open: string } | undefined {
  const codes = codesOf(index, state).map(({ code }) => code);
  const done = codes.find(isDone);
  const open = codes.find((code) => code === 'open') ?? codes.find((code) => !isDone(code) && !isOver(code));
  return done === undefined || open === undefined ? undefined : { done, open };
}
