/**
 * What must be known before somebody is rung up or written to: beside the phone number, for every role.
 *
 * What she says about her parents stands in the file, behind the case door; whoever answers the phone opens the desk only. So the card carries it
 * in one code of its own, kept by every act that writes in the file.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import { readCase } from '../cases/answers.ts';
import { parentsField } from '../cases/guardians.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { RecordState } from '../history/state.ts';

/** On the card, in no form: `no`, `only_after_consultation`, or nothing to heed. */
export const parentsOnCard = 'person.parents_informed';

/** Of several statements the one that protects more. */
const protecting = ['no', 'only_after_consultation'] as const;

/** What the card has to say of the parents, as the file says it now. */
export function parentsToHeed(caseState: RecordState): string | null {
  return stricter(readCase(caseState, undefined).statements(parentsField));
}

/** null: nothing to heed. */
export function stricter(said: readonly AnswerValue[]): string | null {
  return protecting.find((code) => said.includes(code)) ?? null;
}

const parentsWords: Readonly<Record<string, string>> = {
  no: 'Eltern erfahren nichts',
  only_after_consultation: 'Eltern nur nach Rücksprache',
};

/**
 * `card`: the person card, or the case file where the card lies inside. `safe`: whoever asks opens case files; how she is reached safely may name
 * somebody she trusts.
 */
export function cautionsIn(catalogue: LoadedCatalogue, card: RecordState, safe: boolean): readonly string[] {
  const answers = readCase(card, undefined);
  const parents = [...answers.statements(parentsOnCard), ...answers.statements(parentsField)];
  const limits = new Set(answers.statements('person.contact_limits').flatMap((value) => (Array.isArray(value) ? value : [])));
  const words = [
    parentsWords[stricter(parents) ?? ''] ?? '',
    ...catalogue.codes('contact_limit').filter(({ code }) => limits.has(code)).map(({ label }) => label),
    answers.statements('person.phone_shared').includes(true) ? 'Telefon wird geteilt: keine Nachricht hinterlassen' : '',
    answers.statements('person.address_secret').includes(true) ? 'Anschrift geheim' : '',
    ...(safe ? answers.statements('person.safe_contact').map((value) => (typeof value === 'string' && value !== '' ? `sicherer Kontakt: ${value}` : '')) : []),
  ];
  return words.filter((word) => word !== '');
}
