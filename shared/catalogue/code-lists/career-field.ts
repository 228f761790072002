import { codeList } from '../code-list.ts';

export const careerField = codeList('career_field', 'Berufsfelder der Bundesagentur für Arbeit', [
  ['construction', 'Bau, Architektur, Vermessung'],
  ['services', 'Dienstleistung'],
  ['electrical', 'Elektro'],
  ['health', 'Gesundheit'],
  ['it', 'IT, Computer'],
  ['arts', 'Kunst, Kultur, Gestaltung'],
  ['agriculture', 'Landwirtschaft, Natur, Umwelt'],
  ['media', 'Medien'],
  ['metal', 'Metall, Maschinenbau'],
  ['sciences', 'Naturwissenschaften'],
  ['production', 'Produktion, Fertigung'],
  ['social', 'Soziales, Pädagogik'],
  ['humanities', 'Gesellschafts-, Geisteswissenschaften'],
  ['technology', 'Technik, Technologiefelder'],
  ['transport', 'Verkehr, Logistik'],
  ['business', 'Wirtschaft, Verwaltung'],
]);
