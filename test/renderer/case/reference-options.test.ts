import { describe, expect, it } from 'vitest';
import { referenceOptions, wantsNew } from '../../../renderer/office/case/reference-options.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { entry, entryId, madeUpFile } from './made-up-file.ts';

const field = currentCatalogue.field('disclosure.recipient') as Field;
const school = entry(entryId('1'), 'institution');
const left = entry(entryId('2'), 'institution', { retired: true });
const said = { [school.id]: { 'institution.name': 'Berufsschule Soltau' }, [left.id]: { 'institution.name': 'Fahrschule' } };

describe('what a reference offers', () => {
  it('is the entries by their names, and the way to a new one', () => {
    const options = referenceOptions(madeUpFile(said, [school, left]), field, null, false);
    expect(options.map(({ label }) => label)).toEqual(['Berufsschule Soltau', '+ Institution: neuen Eintrag anlegen …']);
    expect(wantsNew(options[1]?.value ?? '')).toBe('institution');
    expect(wantsNew(school.id)).toBe(null);
  });

  it('keeps what was chosen and taken away since', () => {
    const options = referenceOptions(madeUpFile(said, [school, left]), field, left.id, true);
    expect(options.map(({ value }) => value)).toEqual([school.id, left.id]);
  });

  it('offers nothing new where nothing can be made', () => {
    expect(referenceOptions(madeUpFile(said, [school]), field, null, true)).toHaveLength(1);
  });
});
