/**
 * Migrationshintergrund by § 6 MighEV: no German citizenship; or born outside Germany and come here after 1949; or a parent who was.
 *
 * The list of answers tells one case from the other, so the first that holds is suggested: born abroad, born here without German citizenship,
 * a parent born abroad. Only an answer that says a country counts; „unbekannt“, „ungeklärt“ and a missing one decide nothing.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { CaseAnswers } from './answers.ts';
import type { Suggested } from './suggestions.ts';

const field = 'case.migration_background';
const germany = '000';
/** „ungeklärt“ and „ohne Angabe“ of the Destatis list. */
const noCountry: readonly string[] = ['998', '999'];

function countryAt(answers: CaseAnswers, id: string): string | null {
  const value = answers.value(id);
  return typeof value === 'string' && !noCountry.includes(value) ? value : null;
}

/** null: not known. */
function isGerman(answers: CaseAnswers): boolean | null {
  const citizenships = [countryAt(answers, 'person.citizenship_1'), countryAt(answers, 'person.citizenship_2')];
  if (citizenships.includes(germany)) return true;
  return citizenships[0] === null ? null : false;
}

export function suggestMigrationBackground(catalogue: LoadedCatalogue, answers: CaseAnswers): readonly Suggested[] {
  if (answers.value(field) !== null) return [];
  const nameOf = (country: string): string => catalogue.codeLabel('country', country);
  const born = countryAt(answers, 'person.country_of_birth');
  if (born === null) return [];
  if (born !== germany) return [{ field, value: 'own_migration', reason: `Geburtsland ist ${nameOf(born)} (§ 6 MighEV).` }];

  const german = isGerman(answers);
  if (german === false) {
    return [{ field, value: 'foreign_born_here', reason: 'In Deutschland geboren, eine deutsche Staatsangehörigkeit ist nicht eingetragen (§ 6 MighEV).' }];
  }
  const mother = countryAt(answers, 'person.mother_country_of_birth');
  const father = countryAt(answers, 'person.father_country_of_birth');
  const abroad = [mother, father].find((country) => country !== null && country !== germany);
  if (german === true && abroad !== undefined && abroad !== null) {
    return [{ field, value: 'parent_migration', reason: `Geburtsland eines Elternteils ist ${nameOf(abroad)} (§ 6 MighEV).` }];
  }
  if (german === true && mother === germany && father === germany) {
    return [{ field, value: 'none', reason: 'Selbst und beide Eltern in Deutschland geboren, deutsche Staatsangehörigkeit (§ 6 MighEV).' }];
  }
  return [];
}
