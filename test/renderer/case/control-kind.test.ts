import { describe, expect, it } from 'vitest';
import { nothingBound } from '../../../shared/catalogue/bound-names.ts';
import { loadCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Catalogue, Field, FieldType } from '../../../shared/catalogue/types.ts';
import { controlKind, savePause } from '../../../renderer/office/case/control-kind.ts';

function codes(count: number) {
  return Array.from({ length: count }, (_, i) => ({ code: `c${i}`, label: `Wert ${i}` }));
}

function fieldOf(type: FieldType, codeCount?: number): { field: Field; catalogue: Catalogue } {
  const field: Field = {
    id: 'case.some',
    label: 'Angabe',
    type,
    record: 'case',
    monitoring: false,
    anonymisation: 'delete',
    ...(codeCount === undefined ? {} : { codeList: 'some' }),
  };
  return {
    field,
    catalogue: {
      edition: '2026.1',
      headings: [],
      rules: [],
      sections: [{ id: '1.1', title: 'Abschnitt', fields: [field] }],
      codeLists: [{ id: 'some', source: 'test', codes: codes(codeCount ?? 1) }],
    },
  };
}

describe('the control follows from the data of the field', () => {
  it.each([
    ['choice', 2, false, 'radio'],
    ['choice', 5, false, 'radio'],
    ['choice', 6, false, 'select'],
    ['choice', 15, false, 'select'],
    ['choice', 16, false, 'combo'],
    ['choice', 250, true, 'combo'],
    ['choice', 3, true, 'select'],
    ['multichoice', 250, false, 'multi'],
    ['text', undefined, false, 'text'],
    ['longtext', undefined, false, 'longtext'],
    ['date', undefined, false, 'date'],
    ['year_month', undefined, false, 'month'],
    ['integer', undefined, false, 'number'],
    ['decimal', undefined, false, 'number'],
    ['boolean', undefined, false, 'yesno'],
    ['staff', undefined, false, 'staff'],
    ['automatic', undefined, false, 'automatic'],
  ] as const)('%s with %s codes (in a row: %s) is %s', (type, count, compact, kind) => {
    const { field, catalogue } = fieldOf(type, count);
    expect(controlKind(loadCatalogue(catalogue, nothingBound), field, compact)).toBe(kind);
  });

  it('saves a choice at once, and words when the typing pauses', () => {
    expect(savePause('radio')).toBeNull();
    expect(savePause('text')).toBe(800);
    expect(savePause('longtext')).toBe(1200);
  });
});
