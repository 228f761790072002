import { describe, expect, it } from 'vitest';
import { exportCase } from '../../../shared/cases/export-case.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, selin, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const exported = (file: TestFile) => exportCase(file.catalogue, file.caseState, file.person);

/** Answers the field with something that is found again; the mark it is found by. */
function answerMarked(file: TestFile, field: Field, index: number, entry: EntryId | null): string {
  const mark = `Kanarie${index}x`;
  switch (field.type) {
    case 'longtext':
      file.write(field.id, mark, entry);
      return mark;
    case 'text': {
      const clock = `14:${10 + (index % 50)}`;
      const text =
        field.id === 'appointment.time'
          ? clock
          : field.maxLength !== undefined && field.maxLength < mark.length
            ? String(10000 + index)
            : mark;
      file.answer(field.id, text, entry);
      return text;
    }
    default:
      file.answer(field.id, { special: 'not_recorded' }, entry);
      return field.id;
  }
}

describe('the export of a case', () => {
  it('holds every answer of every field, of both records and of all entries', () => {
    const file = consentedFile(today);
    file.answer('consent.health_data', 'granted');
    const entries = new Map<string, EntryId>();
    // Written by acts of their own.
    const byActs: readonly (string | undefined)[] = ['restriction', 'request'];
    for (const { id, parents } of currentCatalogue.sections.flatMap((s) => s.groups ?? []).filter((group) => !byActs.includes(group.id))) {
      entries.set(id, file.add(id, parents === undefined ? null : entries.get(parents.at(-1) ?? '')));
    }

    const written = currentCatalogue.fields.filter((f) => f.type !== 'automatic' && f.special !== false && !byActs.includes(f.group));
    const marks = written.map((field, index) =>
      answerMarked(file, field, index, field.group === undefined ? null : (entries.get(field.group) ?? null)),
    );
    file.append('case', { type: 'answer', entry: null, field: 'case.case_number', value: 'NI-0417-2026-0001', base: [] });

    const json = JSON.stringify(exported(file));
    expect(marks.filter((mark) => !json.includes(mark))).toEqual([]);
    expect(json).toContain('NI-0417-2026-0001');
    expect(json).toContain('bewusst nicht erhoben');
  });

  it('holds both of two statements, with who and when', () => {
    const file = consentedFile(today);
    file.answerApart('case.gender', 'w');
    file.answerApart('case.gender', 'd');
    const field = exported(file).sections[0]?.fields.find(({ id }) => id === 'case.gender');
    expect(field?.label).toBe('Geschlecht');
    expect(field?.values.map(({ display }) => display).sort()).toEqual(['divers', 'weiblich']);
    expect(field?.values[0]).toMatchObject({ author: selin, at: '2026-02-03T10:00:00Z' });
  });

  it('holds what was taken away, marked so', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    file.write('goal.description', 'Altes Ziel', goal);
    file.retire(goal);
    const entry = exported(file)
      .sections.flatMap((s) => s.entries)
      .find(({ id }) => id === goal);
    expect(entry).toMatchObject({ takenAway: true, parent: null });
    expect(entry?.fields[0]?.text).toBe('Altes Ziel');
  });

  it('holds answers to fields that this edition does not know', () => {
    const file = consentedFile(today);
    file.append('case', { type: 'answer', entry: null, field: 'later.field', value: 'aus einer neueren Ausgabe', base: [] });
    expect(exported(file).otherFields).toMatchObject([{ id: 'later.field', entry: null, label: 'later.field' }]);
  });

  it('is the same bytes for the same file and survives JSON', () => {
    const file = consentedFile(today);
    file.answer('person.first_name', 'Amira');
    expect(JSON.stringify(exported(file))).toBe(JSON.stringify(exported(file)));
    expect(JSON.parse(JSON.stringify(exported(file)))).toEqual(exported(file));
  });

  it('gives away no count keys', () => {
    const file = consentedFile(today);
    file.append('case', { type: 'setCountKeys', year: 2026, named: 12345678, sums: 87654321 });
    expect(JSON.stringify(exported(file))).not.toMatch(/12345678|87654321/);
  });
});
