import { codeList } from '../code-list.ts';

export const migrationDetail = codeList('migration_detail', 'Programmtexte (domain.md §3.1)', [
  ['refugee', 'Fluchthintergrund'],
  ['unaccompanied_minor', 'unbegleitet eingereist (umA, auch ehemals)'],
  ['ethnic_german_resettler', 'Spätaussiedler/in oder Angehörige (§§ 4, 7 BVFG)'],
  ['eu_mobility', 'EU, EWR, Schweiz'],
  ['family_reunification', 'Familiennachzug'],
  ['education_or_work', 'Ausbildung, Studium, Arbeit'],
  ['jewish_immigration', 'jüdische Zuwanderung'],
  ['second_generation', 'in Deutschland geboren'],
  ['return_migration', 'Wiederkehr'],
  ['other', 'Sonstiges'],
]);
