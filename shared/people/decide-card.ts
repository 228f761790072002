/** What may be written on a person card by whoever books appointments: a first name, a phone, times. No content of a file. */
import { generateKeyBetween } from 'fractional-indexing';
import { checkAnswer } from '../catalogue/check-answer.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId, UserId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { basesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import type { RecordState } from '../history/state.ts';
import { afterDeletion, appointmentGroup, cardOf, preRegisteredOn } from './card-of.ts';
import { whyNoFirstName, whyNoPhone } from './name-and-phone.ts';

export interface CardRefusal {
  readonly type: 'AnswerInvalid';
  /** German. */
  readonly reason: string;
}

type Bodies = Result<readonly IntentBody[], CardRefusal>;

interface Desk {
  readonly catalogue: LoadedCatalogue;
  readonly card: RecordState;
  readonly today: IsoDay;
  /** Who works here. */
  readonly staff: ReadonlySet<UserId>;
}

export interface AppointmentWish {
  readonly day: IsoDay;
  /** `14:00` */
  readonly time: string | null;
  readonly staff: UserId | null;
}

function refused(reason: string): { readonly ok: false; readonly error: CardRefusal } {
  return fail({ type: 'AnswerInvalid', reason });
}

/** Answers by field id, as the fields of the catalogue take them. */
function answers({ catalogue, card, today }: Desk, entry: EntryId | null, values: Readonly<Record<string, AnswerValue>>): Bodies {
  const bodies: IntentBody[] = [];
  for (const [id, value] of Object.entries(values)) {
    const field = catalogue.field(id);
    if (field === undefined) throw new Error(`the catalogue has no ${id}`);
    const checked = checkAnswer(catalogue, field, value, today);
    if (!checked.ok) return refused(checked.error.reason);
    const base = basesFor(card, entry, id);
    if (checked.value === null && base.length === 0) continue;
    bodies.push({ type: 'answer', entry, field: id, value: checked.value, base });
  }
  return ok(bodies);
}

export interface PreRegistrationWish {
  readonly firstName?: string | undefined;
  readonly phone?: string | undefined;
}

function nameAndPhone(desk: Desk, { firstName, phone }: PreRegistrationWish): Bodies {
  const why = whyNoFirstName(firstName ?? '') ?? whyNoPhone(phone ?? '');
  if (why !== null) return refused(why);
  return answers(desk, null, {
    ...(firstName === undefined ? {} : { 'person.first_name': firstName }),
    ...(phone === undefined ? {} : { 'person.phone': phone }),
  });
}

/** Something must be there to call her by, or to call her at. */
function saysNobody(card: RecordState, bodies: readonly IntentBody[]): boolean {
  return ['person.first_name', 'person.phone'].every((id) => {
    const said = bodies.find((body) => body.type === 'answer' && body.field === id);
    const value = said?.type === 'answer' ? said.value : (card.answers['']?.[id]?.[0]?.value ?? null);
    return value === null;
  });
}

const nobody = 'Eine Vormerkung braucht einen Vornamen oder eine Telefonnummer.';

/** `card`: empty. `entry`: of the first appointment. */
export function decidePreRegistration(desk: Desk, wish: PreRegistrationWish, appointment: AppointmentWish | null, entry: EntryId): Bodies {
  const said = nameAndPhone(desk, wish);
  if (!said.ok) return said;
  if (saysNobody(desk.card, said.value)) return refused(nobody);
  const late = appointment === null ? null : afterDeletion(appointment.day, desk.today);
  if (late !== null) return refused(late);
  const planned: Bodies = appointment === null ? ok([]) : decidePlan(desk, entry, appointment);
  if (!planned.ok) return planned;
  const made: IntentBody = { type: 'answer', entry: null, field: preRegisteredOn, value: desk.today, base: [] };
  return ok([{ type: 'createRecord' }, made, ...said.value, ...planned.value]);
}

export function decideCardChange(desk: Desk, wish: PreRegistrationWish): Bodies {
  const said = nameAndPhone(desk, wish);
  return said.ok && saysNobody(desk.card, said.value) ? refused(nobody) : said;
}

/** What the card says of the Vormerkung from now on, see [Note: becomes a file]; null: it belongs to a file for good. */
export function sayPreRegistered(card: RecordState, value: string | null): IntentBody {
  return { type: 'answer', entry: null, field: preRegisteredOn, value, base: basesFor(card, null, preRegisteredOn) };
}

function appointmentAnswers(desk: Desk, entry: EntryId, { day, time, staff }: AppointmentWish, status: string): Bodies {
  if (staff !== null && !desk.staff.has(staff)) return refused('Bitte eine Person aus dem JMD wählen.');
  return answers(desk, entry, { 'appointment.date': day, 'appointment.time': time, 'appointment.staff': staff, 'appointment.status': status });
}

/** A Vormerkung takes no appointment on a day on which it is gone. */
function tooLate({ card }: Desk, { day }: AppointmentWish): string | null {
  const { madeOn } = cardOf(card);
  return madeOn === null ? null : afterDeletion(day, madeOn);
}

export function decidePlan(desk: Desk, entry: EntryId, wish: AppointmentWish): Bodies {
  const late = tooLate(desk, wish);
  if (late !== null) return refused(late);
  const last = Object.values(desk.card.entries)
    .filter(({ group }) => group === appointmentGroup)
    .map(({ rank }) => rank)
    .sort()
    .at(-1);
  const said = appointmentAnswers(desk, entry, wish, 'planned');
  if (!said.ok) return said;
  return ok([{ type: 'addEntry', entry, group: appointmentGroup, parent: null, rank: generateKeyBetween(last ?? null, null) }, ...said.value]);
}

/** Only what is another answer than before. The entry must be on the card. */
export function decideAppointmentChange(desk: Desk, entry: EntryId, wish: AppointmentWish, status: string): Bodies {
  const heads = desk.card.answers[entry] ?? {};
  // One that stands there can still be closed.
  const moves = (heads['appointment.date'] ?? []).every(({ value }) => value !== wish.day);
  const late = moves ? tooLate(desk, wish) : null;
  if (late !== null) return refused(late);
  const said = appointmentAnswers(desk, entry, wish, status);
  if (!said.ok) return said;
  return ok(
    said.value.filter((body) => {
      const now = body.type === 'answer' ? (heads[body.field] ?? []) : [];
      return !(body.type === 'answer' && now.length === 1 && now[0]?.value === body.value);
    }),
  );
}
