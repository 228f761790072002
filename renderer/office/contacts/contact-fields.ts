/** Which fields of a contact stand in front, and which open when they are wanted. From the catalogue, in its order. */
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';

export const contactGroup = 'contact';

/** What a contact is counted by: seen at once, filled in from last time. */
const front: readonly string[] = ['contact.date', 'contact.recipient', 'contact.form', 'contact.channel', 'contact.duration_min', 'contact.topics'];
/** Follows from how many files it is entered in. */
const byFiles = 'contact.persons';

/** `before`: somebody of it did not consent yet, so only what may be answered before. The note has a box of its own. */
export function contactFields(
  catalogue: LoadedCatalogue,
  answers: Readonly<Record<string, AnswerValue>>,
  before: boolean,
): { readonly front: readonly Field[]; readonly more: readonly Field[] } {
  const fields = catalogue
    .fieldsOfGroup(contactGroup)
    .filter((field) => field.id !== byFiles && field.type !== 'longtext' && field.type !== 'automatic' && field.retired !== true && (!before || field.beforeConsent === true))
    // „Erledigt am“ belongs to what was answered before it.
    .filter(({ shownWhen }) => shownWhen === undefined || !('answered' in shownWhen) || (answers[shownWhen.answered] ?? null) !== null);
  return {
    front: front.flatMap((id) => fields.filter((field) => field.id === id)),
    more: fields.filter(({ id }) => !front.includes(id)),
  };
}
