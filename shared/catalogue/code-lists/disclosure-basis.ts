import { codeList } from '../code-list.ts';

export const disclosureBasis = codeList('disclosure_basis', 'Rahmenkonzept Nr. 1, 3.4; § 203 StGB, § 4 KKG, § 34 StGB', [
  ['release', 'Schweigepflichtentbindung'],
  ['child_protection_law', '§ 4 Abs. 3 KKG / § 8a Abs. 4 SGB VIII'],
  ['emergency', '§ 34 StGB (rechtfertigender Notstand)'],
  ['court_order', 'gerichtliche Anordnung'],
  ['anonymous_consultation', 'anonyme Beratung, ohne Namen'],
]);
