/** Editions of the catalogue as the centre could send them: one that renames, adds and retires, and one that takes all of it back. */
import { catalogueDefinition } from '../../shared/catalogue/catalogue.ts';
import { loadCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import type { Catalogue, Code, Field } from '../../shared/catalogue/types.ts';
import { inCaseManagement } from '../../shared/catalogue/sections/conditions.ts';

/** Former name → name in {@link changed}: a choice, a long text, and a text of a repeating group. */
export const renamedFields: Readonly<Record<string, string>> = {
  'housing.type': 'housing.kind',
  'evaluation.outlook': 'evaluation.prospects',
  'institution.city': 'institution.town',
};

const pets: Field = {
  id: 'housing.pets',
  number: 910,
  label: 'Haustiere',
  type: 'text',
  record: 'case',
  searched: true,
  monitoring: false,
  anonymisation: 'delete',
};

interface Changes {
  readonly edition: string;
  readonly field: (field: Field) => readonly Field[];
  readonly housing: (codes: readonly Code[]) => readonly Code[];
}

function edited({ edition, field, housing }: Changes): Catalogue {
  return {
    ...catalogueDefinition,
    edition,
    sections: catalogueDefinition.sections.map((section) => ({ ...section, fields: section.fields.flatMap(field) })),
    codeLists: catalogueDefinition.codeLists.map((list) =>
      list.id === 'housing_type' ? { ...list, codes: housing(list.codes) } : list,
    ),
  };
}

/** Renames three fields and a code, retires a Pflichtfeld and a code, adds a Pflichtfeld and a code. */
export const changed = loadCatalogue(
  edited({
    edition: '2026.3',
    field: (field) => {
      const { required: _required, ...rest } = field;
      if (field.id === 'education.compulsory_schooling_done') return [{ ...rest, retired: true }];
      const name = renamedFields[field.id];
      const now: Field = name === undefined ? field : { ...field, id: name, label: `${field.label} (neu)`, formerly: [field.id] };
      return field.id === 'housing.type' ? [now, { ...pets, required: inCaseManagement }] : [now];
    },
    housing: (codes) => [
      ...codes.map((code): Code => {
        if (code.code === 'shared_flat') return { ...code, code: 'flat_share', formerly: ['shared_flat'] };
        return code.code === 'friends' ? { ...code, retired: true } : code;
      }),
      { code: 'houseboat', label: 'Hausboot' },
    ],
  }),
);

/** As it was: the names are turned around, what was added is retired. */
export const takenBack = loadCatalogue(
  edited({
    edition: '2026.4',
    field: (field) => {
      const name = renamedFields[field.id];
      const now: Field = name === undefined ? field : { ...field, formerly: [name] };
      return field.id === 'housing.type' ? [now, { ...pets, retired: true }] : [now];
    },
    housing: (codes) => [
      ...codes.map((code): Code => (code.code === 'shared_flat' ? { ...code, formerly: ['flat_share'] } : code)),
      { code: 'houseboat', label: 'Hausboot', retired: true },
    ],
  }),
);
