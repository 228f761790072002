/**
 * The form against the field catalogue of the programme, row by row. Every difference is meant, and says why: test/vectors/catalogue/differences.ts.
 *
 * `reference.json` holds facts of the rows that belong to a file: number, section, identifier, labels of the predecessor, Pflicht, counted,
 * anonymisation (L delete, B keep, M month, J year, G generalise, T type) and the keys of code lists.
 */
import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { AnonymisationRule, Field } from '../../../shared/catalogue/types.ts';
import { tallyCatalogue } from '../../../shared/tally/tally-catalogue.ts';
import { differences, elsewhere, fieldsOfRow, type Difference } from '../../vectors/catalogue/differences.ts';
import reference from '../../vectors/catalogue/reference.json' with { type: 'json' };
import shipped from '../../vectors/catalogue/shipped.json' with { type: 'json' };

interface Row {
  readonly number: number;
  readonly section: string;
  readonly field: string;
  readonly label?: string;
  readonly required: string;
  readonly counted: boolean;
  readonly anonymisation: string;
  readonly lists?: readonly string[];
  readonly codes?: readonly string[];
}

const rows: readonly Row[] = reference.rows;
const lists: Readonly<Record<string, readonly string[] | undefined>> = reference.lists;
const letter: Readonly<Record<AnonymisationRule, string>> = { delete: 'L', keep: 'B', month: 'M', year: 'J', generalise: 'G', type_only: 'T' };

type Found = Omit<Difference, 'because'>;

function fieldOf(id: string): Field {
  const field = currentCatalogue.field(id) ?? tallyCatalogue.field(id);
  if (field === undefined) throw new Error(`nobody knows the field ${id}`);
  return field;
}

function catalogueOf(id: string) {
  return currentCatalogue.field(id) === undefined ? tallyCatalogue : currentCatalogue;
}

function codesOf(field: Field): readonly string[] {
  return catalogueOf(field.id).codes(field.codeList ?? '').map(({ code }) => code);
}

function requirement({ required }: Field): string {
  return required === undefined ? 'no' : required === true ? 'always' : 'sometimes';
}

/** What the row says and what the first of its fields says, by name. Of a row with two lists, both fields together have the codes of both. */
function pairs(row: Row, fields: readonly Field[]): readonly (readonly [Difference['at'], unknown, unknown])[] {
  const [field] = fields;
  if (field === undefined) throw new Error(`row ${String(row.number)} has no field`);
  const section = catalogueOf(field.id).sectionOf(field.id)?.id;
  const named = (row.lists ?? []).flatMap((list) => lists[list] ?? []);
  const wanted = row.codes ?? (named.length === 0 ? undefined : named);
  const codes = ((row.lists ?? []).length > 1 ? fields : [field]).flatMap(codesOf);
  return [
    ['number', row.number, field.number ?? row.number],
    ['section', row.section, section],
    ['label', row.label ?? field.label, field.label],
    ['required', row.required, requirement(field)],
    ...(wanted === undefined
      ? []
      : [['codes', wanted.filter((code) => !codes.includes(code)), codes.filter((code) => !wanted.includes(code))] as const]),
  ];
}

function differencesOf(row: Row): readonly Found[] {
  const ids = fieldsOfRow[row.number] ?? [row.field];
  const [first = row.field] = ids;
  const found: Found[] = [];
  for (const [at, there, here] of pairs(row, ids.map(fieldOf))) {
    const same = at === 'codes' ? [there, here].flat().length === 0 : there === here;
    if (!same) found.push({ row: row.number, field: first, at, reference: there, here });
  }
  for (const id of ids) {
    const field = fieldOf(id);
    const { number: row_, counted, anonymisation } = row;
    if (field.monitoring !== counted) found.push({ row: row_, field: id, at: 'counted', reference: counted, here: field.monitoring });
    const rule = letter[field.anonymisation];
    if (rule !== anonymisation) found.push({ row: row_, field: id, at: 'anonymisation', reference: anonymisation, here: rule });
  }
  return found;
}

describe('the form and the field catalogue of the programme', () => {
  it('differ in what is listed and in nothing else', () => {
    expect(rows).toHaveLength(206);
    const found = rows.filter(({ number }) => elsewhere[number] === undefined).flatMap(differencesOf);
    expect(found).toEqual(differences.map(({ because: _because, ...difference }) => difference));
  });

  it('say of every difference why', () => {
    const reasons = [...differences.map(({ because }) => because), ...Object.values(elsewhere).map((reason = '') => reason)];
    expect(reasons.filter((reason) => reason.length < 15)).toEqual([]);
  });

  it('have every row: in the form under its identifier, in fields that are named, or elsewhere', () => {
    const unknown = rows.filter(({ number, field }) => fieldsOfRow[number] === undefined && elsewhere[number] === undefined && currentCatalogue.field(field) === undefined);
    expect(unknown).toEqual([]);
  });
});

describe('what was shipped once', () => {
  const names = new Map(currentCatalogue.fields.flatMap((field) => [field.id, ...(field.formerly ?? [])].map((id) => [id, field] as const)));

  it.each(Object.entries(shipped.fields))('%s is still counted and anonymised as it was, under this name or as a former one', (id, { counted, anonymisation }) => {
    const field = names.get(id);
    expect(field === undefined ? 'gone' : [field.monitoring, letter[field.anonymisation]]).toEqual([counted, anonymisation]);
  });

  it.each(Object.entries(shipped.lists))('the list %s still knows its codes, as its own or as former ones', (list, codes) => {
    const known = new Set(currentCatalogue.codes(list).flatMap(({ code, formerly = [] }) => [code, ...formerly]));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });
});
