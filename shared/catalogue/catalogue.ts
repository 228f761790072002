/** The edition of the catalogue this program ships. */
import { codeLists } from './code-lists/all.ts';
import { loadCatalogue, type LoadedCatalogue } from './load-catalogue.ts';
import { plausibilityRules } from './plausibility.ts';
import { eingangsdaten } from './sections/s1-1-eingangsdaten.ts';
import { persoenlicheAngaben } from './sections/s2-1-persoenliche-angaben.ts';
import { integrationsfoerderplan } from './sections/s4-integrationsfoerderplan.ts';
import { evaluation } from './sections/s5-evaluation.ts';
import type { Catalogue } from './types.ts';

export const catalogueDefinition: Catalogue = {
  edition: '2026.1',
  headings: [
    { id: '1', title: 'Eingangsdaten' },
    { id: '1.2', title: 'Kontaktdaten Institutionen' },
    { id: '2', title: 'Anamnese' },
    { id: '2.2', title: 'Biographische Daten' },
    { id: '2.2.1', title: 'Wohnsituation' },
    { id: '2.2.2', title: 'Soziale Einbindung' },
    { id: '2.2.3', title: 'Finanzielle Situation' },
    { id: '2.2.4', title: 'Gesundheitliche Situation' },
    { id: '2.2.5', title: 'Schulische und berufliche Situation' },
    { id: '2.2.5.1', title: 'Aktuelle Situation und Qualifikation' },
    { id: '2.2.5.2', title: 'Schulische und berufliche Biografie' },
    { id: '3', title: 'Kompetenzfeststellung' },
    { id: '3.1', title: 'Angaben zum Verfahren' },
    { id: '3.2', title: 'Ergebnisse der Kompetenzfeststellung' },
  ],
  sections: [eingangsdaten, persoenlicheAngaben, integrationsfoerderplan, evaluation],
  codeLists,
  rules: plausibilityRules,
};

export const currentCatalogue: LoadedCatalogue = loadCatalogue(catalogueDefinition);
