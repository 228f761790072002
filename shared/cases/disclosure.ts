/**
 * Whether something of the file may be told to somebody outside: never without a legal basis (domain.md §4 rows 11 and 13; corrections.md, 4).
 *
 * A release holds for one recipient, from its day until it ends or is taken back; given by word it is as good as signed. What the law itself allows
 * or demands (child protection, emergency, court order, consultation without a name) needs no release.
 */
import { type AnswerValue, isSpecial } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import type { CaseFile, Refusal } from './case-decision.ts';
import { consentGiven } from './consent.ts';

/** What is said of a disclosure, by field id. */
export type DisclosureAnswers = Readonly<Record<string, AnswerValue>>;

/** Fields on which the basis rests; what else is said of a disclosure changes nothing about it. */
const decisive = ['disclosure.basis', 'disclosure.date', 'disclosure.recipient', 'disclosure.recipient_name', 'disclosure.release'] as const;

export const disclosureGroup = 'disclosure';

/** Refused: DisclosureWithoutBasis. `today` counts where no day is said. */
export function decideDisclosure(file: CaseFile, said: DisclosureAnswers, today: IsoDay): Result<null, Refusal> {
  const answers = readCase(file.caseState, file.person);
  const basis = word(said['disclosure.basis']);
  if (basis === '' || !file.catalogue.hasCode('disclosure_basis', basis)) return fail({ type: 'DisclosureWithoutBasis' });
  if (basis !== 'release') return ok(null);
  const day = asDay(said['disclosure.date'] ?? null) ?? today;
  const released = consentGiven(file.caseState) && (isReleased(answers, said, day) || agreedByWord(answers, said, day));
  return released ? ok(null) : fail({ type: 'DisclosureWithoutBasis' });
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
    const decided = decideDisclosure(file, { ...saidOf(answers, entry), ...news }, today);
    if (!decided.ok) return decided;
  }
  return ok(null);
}

/**
 * Whether a paper or a copy may leave for somebody else today: there is a disclosure of today, made for this way, that has its basis.
 *
 * One that was taken away counts for nothing, and one for a talk does not let a paper go.
 */
export function decideLeaving(file: CaseFile, entry: EntryId, means: readonly string[], today: IsoDay): Result<null, Refusal> {
  const answers = readCase(file.caseState, file.person);
  if (!answers.entries(disclosureGroup, null).includes(entry)) return fail({ type: 'DisclosureWithoutBasis' });
  const said = saidOf(answers, entry);
  const fits = said['disclosure.date'] === today && means.includes(word(answers.value('disclosure.means', entry)));
  return fits ? decideDisclosure(file, said, today) : fail({ type: 'DisclosureWithoutBasis' });
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
  const runs = given !== null && given <= day && (until === null || day <= until) && isOpenOn(withdrawn, day);
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

/** She was there and agreed: one click in the contact of that day. Only where no other release is named. */
function agreedByWord(answers: CaseAnswers, said: DisclosureAnswers, day: IsoDay): boolean {
  if (word(said['disclosure.release']) !== '') return false;
  return answers.entries('contact', null).some((id) => answers.value('contact.date', id) === day && answers.value('contact.release_oral', id) === true);
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
