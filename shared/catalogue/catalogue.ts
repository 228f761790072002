/** The edition of the catalogue this program ships. */
import { codeLists } from './code-lists/all.ts';
import { loadCatalogue, type LoadedCatalogue } from './load-catalogue.ts';
import { plausibilityRules } from './plausibility.ts';
import { eingangsdaten } from './sections/s1-1-eingangsdaten.ts';
import { persoenlicheAngaben } from './sections/s2-1-persoenliche-angaben.ts';
import { integrationsfoerderplan } from './sections/s4-integrationsfoerderplan.ts';
import { evaluation } from './sections/s5-evaluation.ts';
import { kontaktdatenInstitutionen } from './sections/s1-2-kontaktdaten-institutionen.ts';
import { wohnsituation } from './sections/s2-2-1-wohnsituation.ts';
import { sozialeEinbindung } from './sections/s2-2-2-soziale-einbindung.ts';
import { finanzielleSituation } from './sections/s2-2-3-finanzielle-situation.ts';
import { gesundheitlicheSituation } from './sections/s2-2-4-gesundheitliche-situation.ts';
import { situationUndQualifikation } from './sections/s2-2-5-1-situation-und-qualifikation.ts';
import { biografie } from './sections/s2-2-5-2-biografie.ts';
import { angabenZumVerfahren } from './sections/s3-1-angaben-zum-verfahren.ts';
import { ergebnisseDerKompetenzfeststellung } from './sections/s3-2-ergebnisse.ts';
import { dateien } from './sections/sa-dateien.ts';
import { integrationskurse } from './sections/sik-integrationskurse.ts';
import { kontakte } from './sections/sk-kontakte.ts';
import { kinderschutz } from './sections/sks-kinderschutz.ts';
import { richtigkeit } from './sections/sr-richtigkeit.ts';
import { rechte } from './sections/sre-rechte.ts';
import { termine } from './sections/st-termine.ts';
import type { Catalogue } from './types.ts';

export const catalogueDefinition: Catalogue = {
  edition: '2026.2',
  headings: [
    { id: '1', title: 'Eingangsdaten' },
    { id: '2', title: 'Anamnese' },
    { id: '2.2', title: 'Biographische Daten' },
    { id: '2.2.5', title: 'Schulische und berufliche Situation' },
    { id: '3', title: 'Kompetenzfeststellung' },
  ],
  sections: [
    eingangsdaten,
    kontaktdatenInstitutionen,
    persoenlicheAngaben,
    wohnsituation,
    sozialeEinbindung,
    finanzielleSituation,
    gesundheitlicheSituation,
    situationUndQualifikation,
    biografie,
    angabenZumVerfahren,
    ergebnisseDerKompetenzfeststellung,
    integrationsfoerderplan,
    evaluation,
    kontakte,
    integrationskurse,
    termine,
    dateien,
    kinderschutz,
    richtigkeit,
    rechte,
  ],
  codeLists,
  rules: plausibilityRules,
};

export const currentCatalogue: LoadedCatalogue = loadCatalogue(catalogueDefinition);
