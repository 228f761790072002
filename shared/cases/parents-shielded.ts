/**
 * „Eltern dürfen nicht informiert werden“ (§ 8 Abs. 3 SGB VIII): nothing is told to parents or guardians but what the law itself allows or demands. Why so, and
 * what is known as a parent: docs/decisions/0014-parents-must-not-know.md.
 */
import { type AnswerValue, isSpecial } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import type { CaseFile } from './case-decision.ts';
import { parentsInformed } from './guardians.ts';

export const parentsShielded = 'Eltern und Personensorgeberechtigte dürfen nichts erfahren (§ 8 Abs. 3 SGB VIII). Erst wenn der junge Mensch es anders sagt und das in der Akte steht, darf ihnen etwas gegeben werden.';

type Said = Readonly<Record<string, AnswerValue>>;

/** Whether what is `said` of a disclosure would let parents know, while she does not want it. */
export function tellsParents(file: CaseFile, said: Said, today: IsoDay): boolean {
  if (parentsInformed(file, today) !== 'no') return false;
  const answers = readCase(file.caseState, file.person);
  return isGuardianship(answers, said) || namesOf(answers, said).some((name) => isParent(answers, name)) || onlyParentsWereThere(answers, said);
}

/** An institution of the file that has custody of her. */
function isGuardianship(answers: CaseAnswers, said: Said): boolean {
  const entry = word(said['disclosure.recipient']) as EntryId | '';
  if (entry === '') return false;
  return ['institution.type', 'institution.role'].some((field) => answers.statements(field, entry).some((value) => value === 'guardian' || (Array.isArray(value) && value.includes('guardian'))));
}

function namesOf(answers: CaseAnswers, said: Said): readonly (readonly string[])[] {
  const entry = word(said['disclosure.recipient']) as EntryId | '';
  const names = [entry === '' ? '' : word(answers.value('institution.name', entry)), word(said['disclosure.recipient_name'])];
  return names.map(wordsOf).filter((words) => words.length > 0);
}

const parentWords: ReadonlySet<string> = new Set(
  'eltern elternteil mutter vater mama papa kindsmutter kindsvater kindesmutter kindesvater stiefmutter stiefvater stiefeltern pflegemutter pflegevater pflegeeltern sorgeberechtigte sorgeberechtigter sorgeberechtigten personensorgeberechtigte personensorgeberechtigter personensorgeberechtigten vormund vormundin vormünderin'.split(' '),
);

const titles: ReadonlySet<string> = new Set(['frau', 'herr', 'herrn', 'fr', 'hr', 'dr']);

/** The words of a name as it is typed: „Mutter-Kind-Haus“ is one word, and nobody's mother. */
function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[^\p{L}\p{M}-]+/u).filter((one) => one !== '' && !titles.has(one));
}

/** By a word for it, or by the name of somebody the person card calls so: in full, or a part of it alone. */
function isParent(answers: CaseAnswers, name: readonly string[]): boolean {
  if (name.some((one) => parentWords.has(one))) return true;
  return answers.entries('guardian').some((guardian) =>
    answers.statements('guardian.name', guardian).some((value) => {
      const theirs = wordsOf(word(value));
      return theirs.length > 0 && (name.every((one) => theirs.includes(one)) || (theirs.length > 1 && theirs.every((one) => name.includes(one))));
    }),
  );
}

/** A disclosure that rests on a talk reaches who took part in it. */
function onlyParentsWereThere(answers: CaseAnswers, said: Said): boolean {
  const contact = word(said['disclosure.contact']) as EntryId | '';
  const there = contact === '' ? [] : answers.value('contact.participants', contact);
  const told = Array.isArray(there) ? there.filter((code) => code !== 'interpreter' && code !== 'colleague') : [];
  return told.length > 0 && told.every((code) => code === 'parents_guardians');
}

function word(value: AnswerValue | undefined): string {
  return typeof value === 'string' && !isSpecial(value) ? value : '';
}
