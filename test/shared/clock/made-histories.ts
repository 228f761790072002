/**
 * Histories nobody would think of: two ends, ends in the future, holds without a date, appointments nobody wrote about, births on 29 February.
 *
 * What the test expects is taken from the plan, not from the engine: `plan` says in plain days what was put into the file.
 */
import type { Random } from '../../../office/training/random.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { addDays, type IsoDay } from '../../../shared/domain/day.ts';
import { day, type MadeEntry, type MadeFile, type Said } from './made-file.ts';

export interface Plan {
  readonly file: MadeFile;
  /** Days of activity, by any answer that stands; those to come included, ends not. */
  readonly activity: readonly string[];
  /** Days that stand as an end of any form of support. */
  readonly endDays: readonly string[];
  readonly resumed: readonly string[];
  readonly consentedOn: string | null;
  /** Appointments nobody has said of how they were. */
  readonly unsaid: readonly string[];
  /** Every end by every reading; null: not ended. */
  readonly ends: readonly (string | null)[];
  /** A ground, a request or a restriction stands against everything. */
  readonly suspended: boolean;
  /** A day to keep the file until, and nobody said why. */
  readonly keptUntil: string | null;
  /** The end was for inactivity. */
  readonly silent: boolean;
  /** Days of activity that were written down after everything else. */
  readonly late: readonly string[];
  readonly managed: boolean;
  readonly estimated: boolean;
}

/** The days on which calendars go wrong, in two years of which one has a 29 February. */
const special = ['2023-12-31', '2024-01-31', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31', '2024-05-31', '2024-08-31', '2024-10-31', '2024-11-30', '2024-12-31', '2025-02-28'];

export function someDay(random: Random): IsoDay {
  return random.chance(0.4) ? day(random.pick(special)) : addDays(day('2023-06-01'), random.int(0, 700));
}

export function madeHistory(random: Random): Plan {
  const said: Record<string, Said[string]> = {};
  const entries: MadeEntry[] = [];
  const activity: string[] = [];
  const unsaid: string[] = [];
  const endDays: string[] = [];
  const late: string[] = [];
  const silent = random.chance(0.4);
  if (silent) said['evaluation.end_reason'] = 'inactivity';
  const active = (field: string, chance: number): void => {
    if (!random.chance(chance)) return;
    const on = someDay(random);
    said[field] = on;
    activity.push(on);
  };

  said['case.date_of_birth'] = random.pick(['2000-02-29', '2008-02-29', '1997-12-31', '2006-05-17', '2007-01-30']);
  const estimated = random.chance(0.3);
  if (estimated) said['case.date_of_birth_precision'] = 'estimated';
  active('case.first_interview_date', 0.8);
  active('integration_plan.reviewed_on', 0.3);
  const consentedOn = random.chance(0.5) ? someDay(random) : null;
  if (consentedOn !== null) said['consent.data_processing_date'] = consentedOn;

  const forms = random.chance(0.1) ? ['counselling', 'case_management'] : [random.pick(['counselling', 'case_management', null])];
  if (forms.length > 1 || forms[0] !== null) said['case.support_form'] = forms.length > 1 ? { heads: forms } : (forms[0] ?? null);
  active('case.cm_start', 0.3);
  const ended = (field: string, chance: number): readonly (string | null)[] => {
    if (!random.chance(chance)) return [null];
    // Rather late, else nearly every end has activity behind it.
    const end = (): IsoDay => [someDay(random), someDay(random), someDay(random)].sort().at(-1) ?? someDay(random);
    const heads = random.chance(0.15) ? [end(), random.chance(0.5) ? null : end()] : [end()];
    said[field] = heads.length > 1 ? { heads } : (heads[0] ?? null);
    endDays.push(...heads.filter((on) => on !== null));
    return heads;
  };
  const [counselling, management] = [ended('case.counselling_end', 0.5), ended('case.cm_end', 0.4)];
  const readings = forms.flatMap((form) =>
    form === 'counselling' ? counselling : form === 'case_management' ? management : counselling.flatMap((a) => management.map((b) => ((a ?? '') > (b ?? '') ? a : b))),
  );
  const managed = forms.includes('case_management') || said['case.cm_start'] !== undefined || management.some((end) => end !== null);

  for (let count = random.int(0, 5); count > 0; count -= 1) {
    const on = someDay(random);
    const noShow = random.pick<readonly AnswerValue[]>([[], [false], [true], [true, false]]);
    const isLate = random.chance(0.2);
    entries.push({ group: 'contact', ...(isLate && { at: '2000-01-01T09:00:00Z' }), said: { 'contact.date': on, ...(noShow.length > 0 && { 'contact.no_show': { heads: noShow } }) } });
    const happened = noShow.length !== 1 || noShow[0] === false;
    if (happened) activity.push(on);
    if (happened && isLate) late.push(on);
  }
  for (let count = random.int(0, 2); count > 0; count -= 1) {
    const on = someDay(random);
    const status = random.pick([null, 'planned', 'kept', 'no_show', 'cancelled']);
    entries.push({ group: 'appointment', said: { 'appointment.date': on, ...(status !== null && { 'appointment.status': status }) } });
    if (status === 'kept') activity.push(on);
    if (status === null || status === 'planned') unsaid.push(on);
  }
  if (random.chance(0.15)) {
    const on = someDay(random);
    entries.push({ group: 'goal', said: { 'goal.attained_on': on } });
    activity.push(on);
  }

  const resumed: string[] = [];
  if (random.chance(0.2)) {
    const on = someDay(random);
    entries.push({ group: 'course_event', said: { 'course_event.kind': 'resumed', 'course_event.day': on } });
    resumed.push(on);
  }

  let suspended = false;
  let keptUntil: string | null = null;
  if (random.chance(0.15)) {
    const named = random.chance(0.7);
    if (named) said['case.retention_ground'] = random.pick(['legal_claims', 'court_order', 'access_request', 'restriction', 'child_protection']);
    suspended = named;
    if (random.chance(0.5) || !named) {
      const until = someDay(random);
      said['case.retention_override'] = until;
      if (!named) keptUntil = until;
    }
  }
  if (random.chance(0.1)) {
    suspended = true;
    entries.push({ group: 'request', said: { 'request.received_on': someDay(random) } });
  }
  if (random.chance(0.05)) {
    suspended = true;
    entries.push({ group: 'restriction', said: { 'restriction.since': someDay(random) } });
  }
  if (random.chance(0.1)) said['person.residence_valid_until'] = someDay(random);
  if (random.chance(0.1)) said['integration_plan.next_review'] = someDay(random);
  return { file: { said, entries }, activity, endDays, resumed, consentedOn, unsaid, ends: [...new Set(readings)], suspended, keptUntil, silent, late, managed, estimated };
}
