/** What is compared of a person: names, birth date, phones. Never an address, which may be secret. */
import type { IsoDay } from '../../domain/day.ts';
import type { CaseAnswers } from '../answers.ts';
import { asDay } from '../as-day.ts';
import { digitsOf } from '../fold-words.ts';
import type { WrittenName } from './compare-names.ts';

export interface AlikePerson {
  /** Every way her name is written; Rufname and other spellings, too. */
  readonly names: readonly WrittenName[];
  readonly born: IsoDay | null;
  readonly bornRough: boolean;
  /** Digits, without those too short to be a number. */
  readonly phones: readonly string[];
}

/** Fewest digits of a phone number. */
const shortestPhone = 6;
/** More ways to write one name are not looked at. */
const maxNames = 8;

const phoneFields = ['person.phone', 'person.phone_2'] as const;

/** null while there is neither a name nor a phone. Of two statements both count. */
export function alikePersonOf(answers: CaseAnswers): AlikePerson | null {
  const lines = (field: string): readonly string[] =>
    answers.statements(field).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  const precision = answers.value('case.date_of_birth_precision');
  const person = {
    names: namesOf(
      [...lines('person.first_name'), ...lines('person.call_name')],
      lines('person.last_name'),
      lines('person.other_spellings').flatMap((text) => text.split(/[,;/\n]/)),
    ),
    born: asDay(answers.value('case.date_of_birth')),
    bornRough: precision === 'estimated' || precision === 'year_only',
    phones: phonesOf(phoneFields.flatMap(lines)),
  };
  return person.names.length === 0 && person.phones.length === 0 ? null : person;
}

export function phonesOf(written: readonly string[]): readonly string[] {
  return [...new Set(written.map(digitsOf).filter((digits) => digits.length >= shortestPhone))];
}

/** What stands in brackets is a remark (Übung, geb. …) and no part of the name. */
function bare(written: string): string {
  return written.replace(/\([^()]*\)/g, ' ').trim();
}

export function namesOf(given: readonly string[], family: readonly string[], other: readonly string[]): readonly WrittenName[] {
  const orNone = (names: readonly string[]): readonly string[] => (names.length === 0 ? [''] : names);
  const usual = orNone(given).flatMap((first) => orNone(family).map((last) => ({ given: bare(first), family: bare(last) })));
  const spelled = other.flatMap((text): readonly WrittenName[] => {
    const words = bare(text).split(/\s+/).filter((word) => word !== '');
    const last = words.at(-1) ?? '';
    // A single word may be either of the two.
    if (words.length < 2) return [{ given: last, family: bare(family[0] ?? '') }, { given: bare(given[0] ?? ''), family: last }];
    return [{ given: words.slice(0, -1).join(' '), family: last }];
  });
  return [...usual, ...spelled].filter((name) => name.given !== '' || name.family !== '').slice(0, maxNames);
}
