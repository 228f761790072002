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
import { isCalled, isNamed, isOnlyHerSurname, speaksOfParents } from './parent-words.ts';

export const parentsShielded =
  'Eltern und Personensorgeberechtigte dürfen nichts erfahren (§ 8 Abs. 3 SGB VIII). Erst wenn der junge Mensch es anders sagt und das in der Akte steht, darf ihnen etwas gegeben werden. Ist jemand anderes gemeint, bitte genauer schreiben, zum Beispiel mit dem Namen der Stelle.';

type Said = Readonly<Record<string, AnswerValue>>;

/** Whether what is `said` of a disclosure would let parents know, while she does not want it. */
export function tellsParents(file: CaseFile, said: Said, today: IsoDay): boolean {
  if (parentsInformed(file, today) !== 'no') return false;
  const answers = readCase(file.caseState, file.person);
  const entry = word(said['disclosure.recipient']) as EntryId | '';
  const typed = word(said['disclosure.recipient_name']);
  if (entry !== '' && (isGuardianship(answers, entry) || isParent(answers, word(answers.value('institution.name', entry))))) return true;
  // „Frau Karimi“ at an institution that is named is not her mother because she is called like her.
  if (entry === '' && isOnlyHerSurname(typed, namesIn(answers, ['person.last_name', 'person.single_name']))) return true;
  return isParent(answers, typed) || onlyParentsWereThere(answers, said);
}

/** An institution of the file that has custody of her. */
function isGuardianship(answers: CaseAnswers, entry: EntryId): boolean {
  return ['institution.type', 'institution.role'].some((field) => answers.statements(field, entry).some((value) => value === 'guardian' || (Array.isArray(value) && value.includes('guardian'))));
}

const herNames: readonly string[] = ['person.last_name', 'person.first_name', 'person.single_name', 'person.call_name', 'person.other_spellings'];

/** By a word for it, by the name of somebody the person card calls so, or by the name of an institution that has custody, or of whoever one talks to there. */
function isParent(answers: CaseAnswers, name: string): boolean {
  if (speaksOfParents(name, namesIn(answers, herNames))) return true;
  if (answers.entries('guardian').some((guardian) => namesIn(answers, ['guardian.name'], guardian).some((known) => isCalled(name, known)))) return true;
  return answers
    .entries('institution')
    .filter((institution) => isGuardianship(answers, institution))
    .some(
      (institution) =>
        namesIn(answers, ['institution.name'], institution).some((known) => isNamed(name, known)) ||
        namesIn(answers, ['institution.contact_person'], institution).some((known) => isCalled(name, known)),
    );
}

function namesIn(answers: CaseAnswers, fields: readonly string[], entry: EntryId | null = null): readonly string[] {
  return fields.flatMap((field) => answers.statements(field, entry)).map(word).filter((name) => name !== '');
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
