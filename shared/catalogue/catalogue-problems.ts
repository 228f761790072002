/** What is wrong with catalogue data. Catalogue editions will come from the centre as files, where no compiler looks at them. */
import { FieldId, GroupId } from '../history/intent.ts';
import { boundNames, type BoundNames } from './bound-names.ts';
import { conditionFields } from './condition.ts';
import { dueTexts } from './due-texts.ts';
import type { AnonymisationRule, Catalogue, CodeList, Condition, Field, FieldType, Group, Section } from './types.ts';

const types: readonly FieldType[] = [
  'text',
  'longtext',
  'date',
  'year_month',
  'integer',
  'decimal',
  'boolean',
  'choice',
  'multichoice',
  'staff',
  'reference',
  'automatic',
];
const anonymisationRules: readonly AnonymisationRule[] = ['delete', 'keep', 'month', 'year', 'generalise', 'type_only'];

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** One line per broken rule, empty when the catalogue may be used. `bound`: what the form must have because program code names it. */
export function catalogueProblems(catalogue: Catalogue, bound: BoundNames = boundNames): readonly string[] {
  const fields = catalogue.sections.flatMap((section) => section.fields);
  const groups = catalogue.sections.flatMap((section) => section.groups ?? []);
  const lists = new Set(catalogue.codeLists.map((list) => list.id));
  const problems: string[] = [];

  for (const [what, ids] of [
    ['section', [...catalogue.sections, ...catalogue.headings].map((s) => s.id)],
    ['field', fields.map((f) => f.id)],
    ['field number', fields.flatMap((f) => (f.number === undefined ? [] : [String(f.number)]))],
    ['group', groups.map((g) => g.id)],
    ['code list', catalogue.codeLists.map((l) => l.id)],
    ['rule', catalogue.rules.map((r) => r.id)],
  ] as const) {
    for (const id of repeated(ids)) problems.push(`${what} ${id} is there twice`);
  }
  for (const list of catalogue.codeLists) {
    if (list.codes.length === 0) problems.push(`code list ${list.id} is empty`);
    for (const code of repeated(list.codes.map((c) => c.code))) problems.push(`code list ${list.id} has ${code} twice`);
    for (const code of list.codes) if (!isText(code.label)) problems.push(`code ${list.id}.${code.code} has no label`);
  }
  for (const group of groups) {
    if (!GroupId.safeParse(group.id).success) problems.push(`group id ${group.id} is not allowed`);
    for (const parent of group.parents ?? []) {
      if (!groups.some((g) => g.id === parent)) problems.push(`group ${group.id} stands in ${parent}, which is not there`);
    }
    if (new Set(fields.filter((f) => f.group === group.id).map((f) => f.record)).size > 1) {
      problems.push(`group ${group.id} has fields in both records`);
    }
    const own = fields.filter((f) => f.group === group.id);
    if (group.namedBy !== undefined && !own.some((f) => f.id === group.namedBy)) {
      problems.push(`group ${group.id} is named by ${group.namedBy}, which is not in it`);
    }
    if (group.datedBy !== undefined && (group.namedBy === undefined || !own.some((f) => f.id === group.datedBy && f.type === 'date'))) {
      problems.push(`group ${group.id} is dated by ${group.datedBy}, which is no day in it, or nothing names it`);
    }
    if (new Set(own.map((f) => f.readers)).size > 1) problems.push(`group ${group.id} has fields for different readers`);
  }
  problems.push(...formerProblems(catalogue), ...boundProblems(catalogue, bound));
  for (const section of catalogue.sections) {
    for (const field of section.fields) problems.push(...fieldProblems(field, section, { lists, groups, fields }));
  }
  for (const field of fields) problems.push(...conditionCodeProblems(field, fields, catalogue.codeLists));
  for (const rule of catalogue.rules) {
    const [blamed, other] = [rule.blames, rule.other].map((id) => fields.find((f) => f.id === id));
    if (blamed === undefined || other === undefined) problems.push(`rule ${rule.id} names a field that is not there`);
    else if (other.group !== undefined && other.group !== blamed.group) problems.push(`rule ${rule.id} looks into another entry`);
  }
  return problems;
}

/** A former name says which field or code is meant now, so it is nobody's name any more, and only one may claim it. */
function formerProblems({ sections, codeLists }: Catalogue): readonly string[] {
  const fields = sections.flatMap((section) => section.fields);
  const formerFields = fields.flatMap(({ formerly = [] }) => formerly);
  const problems = formerFields.filter((id) => !FieldId.safeParse(id).success).map((id) => `former field ${id} is not an id`);
  problems.push(
    ...formerFields.filter((id) => fields.some((f) => f.id === id)).map((id) => `former field ${id} is still in use`),
  );
  problems.push(...repeated(formerFields).map((id) => `former field ${id} is claimed twice`));
  for (const { id, codes } of codeLists) {
    const former = codes.flatMap(({ formerly = [] }) => formerly);
    problems.push(
      ...former.filter((code) => codes.some((c) => c.code === code)).map((code) => `former code ${id}.${code} is still in use`),
    );
    problems.push(...repeated(former).map((code) => `former code ${id}.${code} is claimed twice`));
  }
  return problems;
}

/** Under another name, or retired, the program would neither find it nor be able to write it, and nothing would say so. */
function boundProblems({ sections, codeLists }: Catalogue, bound: BoundNames): readonly string[] {
  const wrong = (found: { readonly retired?: true } | undefined): string | null =>
    found === undefined ? 'has not' : found.retired === true ? 'retires' : null;
  const fields = new Map(sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  const problems = bound.fields.flatMap((id) => {
    const problem = wrong(fields.get(id));
    return problem === null ? [] : [`program code names the field ${id}, which the edition ${problem}`];
  });
  for (const [list, codes] of Object.entries(bound.codes)) {
    const there = codeLists.find(({ id }) => id === list)?.codes ?? [];
    for (const code of codes) {
      const problem = wrong(there.find((one) => one.code === code));
      if (problem !== null) problems.push(`program code names the code ${list}.${code}, which the edition ${problem}`);
    }
  }
  return problems;
}

/** Answers are read in the codes of the edition, so a condition on a former one never holds. */
function conditionCodeProblems(field: Field, all: readonly Field[], lists: readonly CodeList[]): readonly string[] {
  return conditionsOf(field).flatMap(comparisons).flatMap(({ field: id, codes }) => {
    const list = lists.find((one) => one.id === all.find((other) => other.id === id)?.codeList);
    if (list === undefined) return [];
    return codes
      .filter((code) => !list.codes.some((one) => one.code === code))
      .map((code) => `field ${field.id}: condition names ${list.id}.${code}, which is not there`);
  });
}

interface Comparison {
  readonly field: string;
  readonly codes: readonly string[];
}

function comparisons(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons);
  if ('any' in condition) return condition.any.flatMap(comparisons);
  if ('not' in condition) return comparisons(condition.not);
  if ('in' in condition) return [{ field: condition.field, codes: condition.in }];
  if ('is' in condition) return typeof condition.is === 'string' ? [{ field: condition.field, codes: [condition.is] }] : [];
  return [];
}

function conditionsOf({ shownWhen, required, due, activity }: Field): readonly Condition[] {
  return [shownWhen, required === true ? undefined : required, due?.openWhen, activity === true ? undefined : activity].filter((c) => c !== undefined);
}

interface Known {
  readonly lists: ReadonlySet<string>;
  readonly groups: readonly Group[];
  readonly fields: readonly Field[];
}

/** A pattern of digits and signs: what matches it can be no name and no word. */
const digitsOnly = /^(?:\\d|[\d\s:.,+*?|(){}[\]-])+$/;

function fieldProblems(field: Field, section: Section, { lists, groups, fields: all }: Known): readonly string[] {
  const problems: string[] = [];
  const say = (problem: string): unknown => problems.push(`field ${field.id}: ${problem}`);

  if (!FieldId.safeParse(field.id).success) say('id is not allowed');
  if (!isText(field.label)) say('no label');
  if (!types.includes(field.type)) say('no type');
  if (!anonymisationRules.includes(field.anonymisation)) say('no anonymisation rule');
  if (typeof field.monitoring !== 'boolean') say('no monitoring mark');
  if (field.record !== 'case' && field.record !== 'person') say('no record');

  const wantsList = field.type === 'choice' || field.type === 'multichoice';
  if (wantsList && field.codeList === undefined) say('no code list');
  if (field.codeList !== undefined && !lists.has(field.codeList)) say(`code list ${field.codeList} is not there`);
  if (field.group !== undefined && !(section.groups ?? []).some((g) => g.id === field.group)) {
    say(`group ${field.group} is not in its section`);
  }
  if (field.pattern !== undefined && !isPattern(field.pattern.source)) say('pattern is not a pattern');
  if (field.due !== undefined && field.type !== 'date') say('only a date can be due');
  if (field.activity !== undefined && field.type !== 'date') say('only a date can be an activity');

  if (field.type === 'reference' && (field.refersTo ?? []).length === 0) say('says not what it refers to');
  for (const group of field.refersTo ?? [])
    if (!groups.some((g) => g.id === group)) say(`refers to ${group}, which is not there`);
  const words = field.type === 'longtext' || (field.type === 'text' && !digitsOnly.test(field.pattern?.source ?? 'words'));
  if (field.beforeConsent === true && words) say('free text before consent');
  if (field.retired === true && (field.required !== undefined || field.due !== undefined)) say('retired, and still asked for');
  const apart = field.readers !== undefined || field.needs !== undefined;
  if (apart && (field.monitoring || (field.searched ?? false) !== false)) say('is counted or searched');
  if (field.readers !== undefined && field.due !== undefined) say('its date would be seen by all');

  const named = conditionsOf(field).flatMap(conditionFields);
  for (const id of [...named, ...dueTexts(field)]) {
    const other = all.find((f) => f.id === id);
    if (other === undefined) say(`condition names ${id}, which is not there`);
    else if (other.group !== undefined && other.group !== field.group) say(`condition looks into another entry: ${id}`);
  }
  return problems;
}
