import { codeList } from '../code-list.ts';

export const contactPlace = codeList('contact_place', 'Feldkatalog Nr. 188', [
  ['jmd_office', 'im JMD'],
  ['outreach_site', 'Außenstelle, Sprechstundenort'],
  ['school', 'Schule'],
  ['accommodation', 'Unterkunft'],
  ['authority', 'Behörde'],
  ['home_visit', 'zu Hause'],
  ['online', 'online'],
  ['other', 'anderer Ort'],
]);
