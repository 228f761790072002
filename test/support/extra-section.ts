import { catalogueDefinition } from '../../shared/catalogue/catalogue.ts';
import { codeList } from '../../shared/catalogue/code-list.ts';
import { loadCatalogue, type LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import type { Catalogue, Section } from '../../shared/catalogue/types.ts';

/** A section that no program code knows: five fields, each of another type, one Pflichtfeld. */
export const extraSection: Section = {
  id: '6',
  title: 'Freizeit',
  fields: [
    {
      id: 'leisure.hobby',
      number: 901,
      label: 'Lieblingsbeschäftigung',
      type: 'text',
      record: 'case',
      required: true,
      searched: true,
      monitoring: false,
      anonymisation: 'delete',
    },
    {
      id: 'leisure.story',
      number: 902,
      label: 'Wie es dazu kam',
      type: 'longtext',
      record: 'case',
      searched: true,
      monitoring: false,
      anonymisation: 'delete',
    },
    {
      id: 'leisure.since',
      number: 903,
      label: 'Dabei seit',
      type: 'date',
      record: 'case',
      notInFuture: true,
      monitoring: false,
      anonymisation: 'month',
    },
    {
      id: 'leisure.place',
      number: 904,
      label: 'Wo',
      type: 'choice',
      record: 'case',
      codeList: 'leisure_place',
      searched: true,
      monitoring: true,
      anonymisation: 'keep',
    },
    {
      id: 'leisure.hours',
      number: 905,
      label: 'Stunden in der Woche',
      type: 'integer',
      record: 'case',
      min: 0,
      max: 60,
      unit: 'Stunden',
      monitoring: false,
      anonymisation: 'generalise',
    },
  ],
};

/** The shipped catalogue with {@link extraSection} at its end. */
export const extendedDefinition: Catalogue = {
  ...catalogueDefinition,
  sections: [...catalogueDefinition.sections, extraSection],
  codeLists: [
    ...catalogueDefinition.codeLists,
    codeList('leisure_place', 'Erfunden für Tests', [
      ['club', 'Sportverein'],
      ['youth_centre', 'Jugendzentrum'],
      ['home', 'zu Hause'],
    ]),
  ],
};

export const extendedCatalogue: LoadedCatalogue = loadCatalogue(extendedDefinition);
