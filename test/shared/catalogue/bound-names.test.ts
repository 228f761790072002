import { describe, expect, it } from 'vitest';
import { boundNames } from '../../../shared/catalogue/bound-names.ts';
import { catalogueDefinition, currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { catalogueProblems } from '../../../shared/catalogue/catalogue-problems.ts';
import { loadCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Catalogue, Code, Field } from '../../../shared/catalogue/types.ts';
import { boundNamesFile, namesInProgram } from '../../support/bound-names.ts';

function edition(field: (field: Field) => Field, code: (list: string, code: Code) => Code = (_list, one) => one): Catalogue {
  return {
    ...catalogueDefinition,
    edition: '2026.9',
    sections: catalogueDefinition.sections.map((section) => ({ ...section, fields: section.fields.map(field) })),
    codeLists: catalogueDefinition.codeLists.map((list) => ({ ...list, codes: list.codes.map((one) => code(list.id, one)) })),
  };
}

/** The edition names the field anew wherever it stands in it, in conditions too, and says what it was called. */
function renamesField(id: string): Catalogue {
  const words = JSON.parse(JSON.stringify(catalogueDefinition).replaceAll(`"${id}"`, `"${id}_new"`)) as Catalogue;
  const named = words.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.id === `${id}_new` ? { ...field, formerly: [id] } : field)),
  }));
  return { ...words, edition: '2026.9', sections: named };
}

function renamesCode(list: string, code: string, now = `${code}_new`): Catalogue {
  return edition((field) => field, (of, one) => (of === list && one.code === code ? { ...one, code: now, formerly: [code] } : one));
}

describe('names that program code uses', () => {
  it('are in the list, all of them and no others', async () => {
    await expect(boundNamesFile(namesInProgram(currentCatalogue))).toMatchFileSnapshot('../../../shared/catalogue/bound-names.ts');
  });

  it('are there in the edition that is shipped', () => {
    expect(catalogueProblems(catalogueDefinition)).toEqual([]);
  });

  it.each(['consent.data_processing_status', 'case.support_form', 'contact.date', 'person.phone', 'person.last_name', 'appointment.time'])(
    'keep an edition out that calls %s otherwise',
    (id) => {
      expect(() => loadCatalogue(renamesField(id))).toThrow(`program code names the field ${id}, which the edition has not`);
    },
  );

  it('keep an edition out that retires one of its fields', () => {
    const retires = edition(({ required, due, ...field }) =>
      field.id === 'person.first_name' ? { ...field, retired: true } : { ...field, ...(required && { required }), ...(due && { due }) },
    );
    expect(() => loadCatalogue(retires)).toThrow('program code names the field person.first_name, which the edition retires');
  });

  it.each([
    ['gender', 'w'],
    ['support_form', 'case_management'],
    ['consent_status', 'granted'],
    ['appointment_status', 'moved'],
    ['case_status', 'dormant'],
    ['destination', 'dual_training'],
    ['plan_status', 'agreed'],
    ['channel', 'in_person'],
  ])('keep an edition out whose list %s calls %s otherwise', (list, code) => {
    expect(catalogueProblems(renamesCode(list, code))).toContain(`program code names the code ${list}.${code}, which the edition has not`);
  });

  it('keep an edition out that offers one of its codes no more', () => {
    const retires = edition((field) => field, (list, one) => (list === 'gender' && one.code === 'd' ? { ...one, retired: true } : one));
    expect(catalogueProblems(retires)).toContain('program code names the code gender.d, which the edition retires');
  });

  it('leave an edition free to rename what only the form names', () => {
    expect(boundNames.codes['counselling_topic'] ?? []).not.toContain('housing');
    expect(catalogueProblems(renamesCode('counselling_topic', 'housing', 'living'))).toEqual([]);
  });
});

describe('a condition', () => {
  it('names codes of the edition it stands in: a former name would never hold again', () => {
    const problems = catalogueProblems(renamesCode('access_path', 'other', 'misc'));
    expect(problems).toContain('field case.access_path_other: condition names access_path.other, which is not there');
  });

  it('names no code that the list never had', () => {
    const wrong = edition((field) => (field.id === 'case.access_path_other' ? { ...field, shownWhen: { field: 'case.access_path', in: ['other', 'moon'] } } : field));
    expect(catalogueProblems(wrong)).toContain('field case.access_path_other: condition names access_path.moon, which is not there');
  });
});
