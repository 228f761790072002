/**
 * Whether something of the file may be told to somebody outside: never without a legal basis, and never without saying who gets it and what
 * (domain.md §4 rows 11 and 13; corrections.md, 4).
 *
 * A release holds for one recipient, from its day until it ends or is taken back; given by word it is as good as signed. What the law itself allows
 * or demands (child protection, emergency, court order, consultation without a name) needs no release.
 *
 * "She was there and agreed", said in a contact, is worth one talk with whoever took part in it. Everything else that rests on her word is a
 * release of its own, for its recipient, with the form „mündlich“.
 */
import { type AnswerValue, isSpecial } from '../domain/answer.ts';
import { birthday, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import type { CaseFile, Refusal } from './case-decision.ts';
import { dayOf } from './case-status.ts';
import { consentGiven, isStatutory } from './consent.ts';
import { parentsShielded, tellsParents } from './parents-shielded.ts';

/** What is said of a disclosure, by field id. */
export type DisclosureAnswers = Readonly<Record<string, AnswerValue>>;

/** Fields on which the basis rests; what else is said of a disclosure changes nothing about it. */
const decisive = [
  'disclosure.basis',
  'disclosure.date',
  'disclosure.recipient',
  'disclosure.recipient_name',
  'disclosure.release',
  'disclosure.contact',
  'disclosure.means',
] as const;

/** The consultation tells no name, so there may be nothing to write down of what was said. */
const nameless = 'anonymous_consultation';

export const disclosureGroup = 'disclosure';

/** Refused: DisclosureWithoutBasis; AnswerInvalid where parents would be told who must not know. `today` counts where no day is said. `itself`: the disclosure, when it is in the file already. */
export function decideDisclosure(file: CaseFile, said: DisclosureAnswers, today: IsoDay, itself: EntryId | null = null): Result<null, Refusal> {
  const answers = readCase(file.caseState, file.person);
  const basis = word(said['disclosure.basis']);
  if (basis === '' || !file.catalogue.hasCode('disclosure_basis', basis)) return fail({ type: 'DisclosureWithoutBasis' });
  if (!isStatutory(basis) && tellsParents(file, said, today)) return fail({ type: 'AnswerInvalid', reason: parentsShielded });
  if (basis !== 'release') return ok(null);
  const day = asDay(said['disclosure.date'] ?? null) ?? today;
  const released = consentGiven(file.caseState) && (isReleased(answers, said, day) || agreedByWord(answers, said, day, itself));
  return released ? ok(null) : fail({ type: 'DisclosureWithoutBasis' });
}

/** A new one: its basis first, then who gets it and `content`, in words. */
export function decideNewDisclosure(file: CaseFile, said: DisclosureAnswers, content: string, today: IsoDay): Result<null, Refusal> {
  const based = decideDisclosure(file, said, today);
  if (!based.ok) return based;
  const named = saysWho(said);
  return named.ok ? saysWhat(said, content) : named;
}

function saysWho(said: DisclosureAnswers): Result<null, Refusal> {
  const named = [said['disclosure.recipient'], said['disclosure.recipient_name']].some((value) => word(value).trim() !== '');
  return named ? ok(null) : fail({ type: 'AnswerInvalid', reason: 'Bitte festhalten, wer es bekommt.' });
}

function saysWhat(said: DisclosureAnswers, content: string): Result<null, Refusal> {
  if (word(said['disclosure.basis']) === nameless || content.trim() !== '') return ok(null);
  return fail({ type: 'AnswerInvalid', reason: 'Bitte festhalten, was weitergegeben wird.' });
}

/** The same for answers to disclosures that stand already: none of them may lose its basis by a later answer. */
export function keepBasis(
  file: CaseFile,
  changes: readonly { readonly entry: EntryId | null; readonly field: string; readonly value: AnswerValue }[],
  today: IsoDay,
): Result<null, Refusal> {
  const answers = readCase(file.caseState, file.person);
  const changed = changes.filter(({ field }) => (decisive as readonly string[]).includes(field));
  for (const entry of new Set(changed.map((change) => change.entry))) {
    if (entry === null) continue;
    const news = Object.fromEntries(changed.filter((change) => change.entry === entry).map(({ field, value }) => [field, value]));
    const said = { ...saidOf(answers, entry), ...news };
    const decided = decideDisclosure(file, said, today, entry);
    if (!decided.ok) return decided;
    const named = saysWho(said);
    if (!named.ok) return named;
  }
  return ok(null);
}

/**
 * Whether a paper or a copy may leave for somebody else today: there is a disclosure of today, made for this way, that has its basis.
 *
 * One that was taken away counts for nothing, one for a talk does not let a paper go, and one without her name no paper with her name on it.
 */
export function decideLeaving(file: CaseFile, entry: EntryId, means: readonly string[], today: IsoDay): Result<null, Refusal> {
  const answers = readCase(file.caseState, file.person);
  if (!answers.entries(disclosureGroup, null).includes(entry)) return fail({ type: 'DisclosureWithoutBasis' });
  const said = saidOf(answers, entry);
  const fits = said['disclosure.date'] === today && means.includes(word(said['disclosure.means'])) && word(said['disclosure.basis']) !== nameless;
  if (!fits) return fail({ type: 'DisclosureWithoutBasis' });
  const decided = decideDisclosure(file, said, today, entry);
  if (!decided.ok) return decided;
  const named = saysWho(said);
  return named.ok ? saysWhat(said, answers.text('disclosure.content', entry)) : named;
}

function saidOf(answers: CaseAnswers, entry: EntryId): DisclosureAnswers {
  return Object.fromEntries(decisive.map((field) => [field, answers.value(field, entry)]));
}

/** The release that is named, for this recipient and on this day. */
function isReleased(answers: CaseAnswers, said: DisclosureAnswers, day: IsoDay): boolean {
  const release = answers.entries('release', null).find((id) => id === said['disclosure.release']);
  if (release === undefined) return false;
  const given = asDay(answers.value('release.date', release));
  const until = asDay(answers.value('release.valid_until', release));
  const withdrawn = answers.value('release.withdrawn_on', release);
  const runs = given !== null && given <= day && (until === null || day <= until) && isOpenOn(withdrawn, day) && !endedWithMajority(answers, release, day);
  const theirs = recipientsOf(answers, answers.value('release.recipient', release), answers.value('release.recipient_name', release));
  const asked = recipientsOf(answers, said['disclosure.recipient'], said['disclosure.recipient_name']);
  return runs && [...asked].some((one) => theirs.has(one));
}

/** „Unbekannt“ at a withdrawal is a withdrawal: nobody can say it still holds. */
function isOpenOn(withdrawn: AnswerValue, day: IsoDay): boolean {
  if (withdrawn === null) return true;
  const on = asDay(withdrawn);
  return on !== null && day < on;
}

/** What only guardians signed ends with her 18th birthday: from then on she decides herself. */
export function endedWithMajority(answers: CaseAnswers, release: EntryId, day: IsoDay): boolean {
  const born = dayOf(answers, 'case.date_of_birth');
  return answers.value('release.signed_by', release) === 'legal_guardian' && born !== null && birthday(born, 18) <= day;
}

/** Along to be understood, not to be told something. */
const notTold: readonly string[] = ['interpreter', 'colleague'];

/** She was there and agreed: for one talk, to those who took part in the contact that is named. Only where no release is named. */
function agreedByWord(answers: CaseAnswers, said: DisclosureAnswers, day: IsoDay, itself: EntryId | null): boolean {
  if (word(said['disclosure.release']) !== '' || !['', 'talk'].includes(word(said['disclosure.means']))) return false;
  const contact = answers.entries('contact', null).find((id) => id === said['disclosure.contact']);
  if (contact === undefined || !agreedInTalk((field) => answers.value(field, contact), day)) return false;
  return !answers.entries(disclosureGroup, null).some((id) => id !== itself && answers.value('disclosure.contact', id) === contact);
}

/** What a contact says by field id: a talk of this day with somebody from outside, in which she was there and agreed. */
export function agreedInTalk(said: (field: string) => AnswerValue, day: IsoDay): boolean {
  const participants = said('contact.participants');
  const others = Array.isArray(participants) && participants.some((code) => !notTold.includes(code));
  return others && said('contact.release_oral') === true && said('contact.no_show') !== true && said('contact.date') === day;
}

/** An institution by its entry and by its name; a name typed by hand alone. */
function recipientsOf(answers: CaseAnswers, reference: AnswerValue | undefined, name: AnswerValue | undefined): ReadonlySet<string> {
  const entry = word(reference);
  const institution = entry === '' ? '' : word(answers.value('institution.name', entry as EntryId));
  const names = [institution, word(name)].map((one) => one.trim().toLowerCase()).filter((one) => one !== '');
  return new Set([...(entry === '' ? [] : [`entry ${entry}`]), ...names.map((one) => `name ${one}`)]);
}

function word(value: AnswerValue | undefined): string {
  return typeof value === 'string' && !isSpecial(value) ? value : '';
}
