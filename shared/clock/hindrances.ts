/**
 * What keeps Lotse from acting on a file. First what the file itself says, then what the office says; whoever keeps the one asks for the other on the
 * day it acts.
 *
 * Never more is done because something is missing: a hold without a date holds, an end said twice waits, an appointment nobody wrote about waits. But only
 * a named ground goes beyond its day: a day without one holds until it, and no longer.
 */
import { conditionFields } from '../catalogue/condition.ts';
import { asDay } from '../cases/as-day.ts';
import { endField, endReasonField } from '../cases/course.ts';
import { addDays, addMonths, dayHere, germanDay, type IsoDay } from '../domain/day.ts';
import { recordItself } from '../history/state.ts';
import { owedActs } from '../rights/owed.ts';
import { holdsOf, holdsOn, openRequests, restrictedSince } from './holds.ts';
import type { ClockLook } from './look.ts';
import { endLimitMonths } from './months.ts';
import { believedDays, restAfterAppointment, restAfterEntry, restAfterImport, type ClockOffice, type Hindrance, type HindranceCode } from './types.ts';

/** The act and its day, as the file says them. */
export interface ActDay {
  readonly act: 'end' | 'anonymise';
  readonly day: IsoDay;
  /** The day the support ended; null while it runs. */
  readonly ended: IsoDay | null;
}

export function fileHindrances(look: ClockLook, act: ActDay): readonly Hindrance[] {
  return [...named(look), ...asked(look), ...restricted(look), ...twoEnds(look), ...ahead(look, act), ...justMet(look, act), ...afterEnd(look, act), ...enteredSince(look, act), ...justEnded(look, act)];
}

export function officeHindrances(act: ActDay, office: ClockOffice): readonly Hindrance[] {
  return [...untrusted(office), ...resting(office), ...silent(act, office)];
}

function named({ catalogue, answers, today }: ClockLook): readonly Hindrance[] {
  return holdsOf(answers).filter((hold) => holdsOn(hold, today)).map(({ code, ground, until }) => {
    const label = ground === null ? 'ohne Grund' : catalogue.codeLabel('retention_ground', ground);
    if (ground === null && until !== null) {
      return { code, until: addDays(until, 1), text: `Löschsperre ohne Grund: Am ${germanDay(until)} endet sie von selbst. Soll die Akte länger bleiben, bitte den Grund nennen.` };
    }
    return { code, until, text: `Löschsperre (${label}) ${holdTime(until, today)}` };
  });
}

function holdTime(until: IsoDay | null, today: IsoDay): string {
  if (until === null) return 'ohne Datum: Bitte festlegen, wann jemand wieder nachsieht, oder die Sperre aufheben.';
  if (today <= until) return `bis zum ${germanDay(until)}: Bis jemand sie aufhebt, bleibt die Akte.`;
  return `bis zum ${germanDay(until)}: Frist abgelaufen, bitte entscheiden. Bis dahin bleibt die Akte.`;
}

function asked({ answers, today }: ClockLook): readonly Hindrance[] {
  const unanswered = openRequests(answers).map(({ receivedOn }): Hindrance => ({
    code: 'access_request',
    until: null,
    text: `Ein Antrag${receivedOn === null ? '' : ` vom ${germanDay(receivedOn)}`} ist noch nicht beantwortet: Bitte zuerst antworten.`,
  }));
  // What she wants kept must not go because nobody closed the file yet.
  const promised = owedActs(answers, today).filter(({ act }) => act === 'restrict').map(({ text }): Hindrance => ({ code: 'access_request', until: null, text: `${text}.` }));
  return [...unanswered, ...promised];
}

function restricted({ caseState, answers }: ClockLook): readonly Hindrance[] {
  return restrictedSince(caseState, answers).map((since) => ({
    code: 'restriction',
    until: null,
    text: `Die Verarbeitung ist eingeschränkt${since === null ? '' : ` seit dem ${germanDay(since)}`}: Bis zur Aufhebung geschieht mit der Akte nichts.`,
  }));
}

function twoEnds({ ends: { contradicted, days } }: ClockLook): readonly Hindrance[] {
  if (!contradicted) return [];
  const said = days.map(germanDay).join(' und ');
  const what = days.length > 1 ? said : `beendet am ${said} und nicht beendet`;
  return [{ code: 'two_ends', until: null, text: `Zum Ende der Begleitung stehen zwei Angaben in der Akte (${what}): Bitte entscheiden, was stimmt.` }];
}

/** Codes of `appointment_status` that say how it went, or that it will not be. */
const settled: readonly unknown[] = ['kept', 'no_show', 'moved', 'cancelled'];

/** Appointments nobody has said of that they were, or will not be. */
function openAppointments({ answers }: ClockLook): readonly IsoDay[] {
  return answers.entries('appointment').flatMap((entry) => {
    const status = answers.statements('appointment.status', entry);
    const isOpen = status.length === 0 || status.some((value) => !settled.includes(value));
    return isOpen ? answers.statements('appointment.date', entry).flatMap((value) => asDay(value) ?? []) : [];
  });
}

const endFields: readonly string[] = Object.values(endField);

/** What is planned: an appointment from today on, a conference next week. A planned end is no reason to wait with an end; of the form that ended it lies before. */
function ahead(look: ClockLook, { ended }: ActDay): readonly Hindrance[] {
  const { today, activities } = look;
  const planned = activities.filter(({ day, field }) => day > today && (ended !== null || !endFields.includes(field))).map(({ day }) => day);
  const days = [...openAppointments(look).filter((day) => day >= today), ...planned].filter((day) => ended === null || day > ended).sort();
  const last = days.at(-1);
  if (last === undefined) return [];
  const text = ended === null ? `Am ${germanDay(last)} ist etwas vereinbart: Bis dahin geschieht nichts.` : `Nach dem Ende ist noch etwas vereinbart, am ${germanDay(last)}: Bitte entscheiden, ob die Begleitung weitergeht.`;
  return [{ code: 'appointment_ahead', until: addDays(last, 1), text }];
}

/** An appointment of these days of which nobody has said how it was: she may have come, and the contact is written tomorrow. */
function justMet(look: ClockLook, { ended }: ActDay): readonly Hindrance[] {
  const { today } = look;
  if (ended !== null) return [];
  const last = openAppointments(look).filter((day) => day < today && addDays(day, restAfterAppointment) >= today).sort().at(-1);
  if (last === undefined) return [];
  const until = addDays(last, restAfterAppointment + 1);
  return [{ code: 'appointment_ahead', until, text: `Zum Termin am ${germanDay(last)} hat niemand eingetragen, wie er war: Bitte eintragen. Bis dahin geschieht nichts, längstens bis zum ${germanDay(until)}.` }];
}

/**
 * Ended for inactivity, and somebody entered an activity of the months before: whoever ended it did not know. It asks until the file is taken up again, or
 * until its end is written down once more with what is true.
 */
function enteredSince(look: ClockLook, { ended }: ActDay): readonly Hindrance[] {
  const { answers, catalogue, caseState, person, ends, activities } = look;
  if (ended === null || !answers.statements(endReasonField).includes('inactivity')) return [];
  const written = [...endFields, endReasonField].flatMap((field) => caseState.answers[recordItself]?.[field] ?? []);
  const endWritten = written.filter(({ value }) => value === 'inactivity' || ends.days.some((end) => end === value)).map(({ at }) => at).sort().at(-1) ?? '';
  const from = addMonths(ended, -endLimitMonths);
  const unknown = activities.filter(({ day, field, entry }) => {
    if (day > ended || day <= from || endFields.includes(field)) return false;
    const { activity } = catalogue.field(field) ?? {};
    const said = [field, ...(activity === undefined || activity === true ? [] : conditionFields(activity))];
    // An appointment stands on the card.
    return [caseState, person].some((state) => said.some((id) => (state?.answers[entry ?? recordItself]?.[id] ?? []).some(({ at }) => at > endWritten)));
  });
  const last = unknown.map(({ day }) => day).sort().at(-1);
  if (last === undefined) return [];
  const text = `Wegen langer Stille beendet, und danach wurde eine Aktivität vom ${germanDay(last)} eingetragen: Bitte entscheiden – wiederaufnehmen, den Grund des Endes berichtigen oder den Eintrag.`;
  return [{ code: 'activity_after_end', until: null, text }];
}

function afterEnd(look: ClockLook, { ended }: ActDay): readonly Hindrance[] {
  const { today, activities } = look;
  if (ended === null) return [];
  const done = activities.map(({ day }) => day).filter((day) => day > ended && day <= today).sort();
  const unsaid = openAppointments(look).filter((day) => day > ended && day < today).sort();
  const last = done.at(-1) ?? unsaid.at(-1);
  if (last === undefined) return [];
  const what = done.length > 0 ? `Aktivität nach dem Ende, zuletzt am ${germanDay(last)}` : `Termin nach dem Ende, am ${germanDay(last)}, und niemand hat eingetragen, wie er war`;
  return [{ code: 'activity_after_end', until: null, text: `${what}: Bitte entscheiden – wiederaufnehmen, den Tag des Endes berichtigen oder den Eintrag.` }];
}

/** Only where the day of the act would come before the rest is over: an end that was written down on its day has weeks. */
function justEnded({ caseState, ends, today }: ClockLook, { day, ended }: ActDay): readonly Hindrance[] {
  if (ended === null) return [];
  const heads = endFields.flatMap((field) => caseState.answers[recordItself]?.[field] ?? []);
  const written = heads.filter(({ value }) => ends.days.some((end) => end === value)).flatMap(({ at }) => dayHere(at) ?? []);
  // A time that is still to come was written by a clock that was wrong; that is what the day of trust is for.
  const last = written.filter((on) => on <= today).sort().at(-1);
  if (last === undefined) return [];
  const until = addDays(last, restAfterEntry);
  if (until <= day || today >= until) return [];
  return [{ code: 'just_ended', until, text: `Das Ende wurde erst am ${germanDay(last)} eingetragen: Vor dem ${germanDay(until)} geschieht nichts. Bitte den Tag noch einmal ansehen.` }];
}

function untrusted({ today, dayProblem }: ClockOffice): readonly Hindrance[] {
  if (dayProblem === null) return [];
  const why = dayProblem === 'before_last_seen' ? 'liegt vor dem, was schon gespeichert ist' : 'liegt weit nach dem, was zuletzt gespeichert wurde';
  return [{ code: 'day_untrusted', until: null, text: `Das Datum dieses PC (${germanDay(today)}) ${why}: Die Leitung bestätigt den Tag, bis dahin geschieht nichts.` }];
}

function resting({ today, importedOn }: ClockOffice): readonly Hindrance[] {
  if (importedOn === null) return [];
  const until = addDays(importedOn, restAfterImport);
  if (today >= until) return [];
  return [{ code: 'import_rest', until, text: `Nach der Übernahme vom ${germanDay(importedOn)} ruhen die Fristen bis zum ${germanDay(until)}.` }];
}

/** What was written on a PC that has not reported may be the contradiction nobody here knows of. */
function silent({ day, ended }: ActDay, { otherDevices }: ClockOffice): readonly Hindrance[] {
  const since = ended ?? addDays(day, -believedDays);
  return otherDevices
    .filter(({ reportedOn }) => reportedOn <= since)
    .map(({ name, reportedOn }) => ({
      code: 'device_silent',
      until: null,
      text: `Der PC „${name}“ hat sich zuletzt am ${germanDay(reportedOn)} gemeldet: Bitte dort öffnen und abgleichen. Gibt es ihn nicht mehr, nimmt ihn die Leitung mit Grund aus.`,
    }));
}

/** For whoever does not read child protection: that there is a hold, not why. */
export function forEyes(hindrances: readonly Hindrance[], { protection }: { readonly protection: boolean }): readonly Hindrance[] {
  const hidden: HindranceCode = 'child_protection';
  if (protection || !hindrances.some(({ code }) => code === hidden)) return hindrances;
  const text = 'Löschsperre: Den Grund kennen die zuständige Fachkraft, die Vertretung und die Leitung. Bis jemand sie aufhebt, bleibt die Akte.';
  return hindrances.map((one) => (one.code === hidden ? { ...one, code: 'hold', text } : one));
}
