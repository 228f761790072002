/** Requests with their month, a withdrawn consent, and the day on which somebody looks whether a hold still has its ground. */
import { asDay } from '../../cases/as-day.ts';
import { consentStatus } from '../../cases/consent.ts';
import { followUps } from '../../cases/withdraw.ts';
import { addDays, germanDay } from '../../domain/day.ts';
import { owedActs } from '../../rights/owed.ts';
import { holdsOf, holdsOn, openRequests } from '../holds.ts';
import type { ClockLook } from '../look.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';

export function rightsDates(look: ClockLook): readonly ClockDate[] {
  return [...requestDates(look), ...grantedDates(look), ...withdrawalDate(look), ...holdDate(look)];
}

function requestDates({ answers }: ClockLook): readonly ClockDate[] {
  return openRequests(answers).flatMap(({ entry, receivedOn, due, limit }): readonly ClockDate[] => {
    if (due === null) return [];
    const received = receivedOn === null ? 'Ein Antrag' : `Ein Antrag vom ${germanDay(receivedOn)}`;
    const latest = limit === null || limit === due ? '' : `, spätestens am ${germanDay(limit)}`;
    return [{ kind: 'request', day: due, limit, entry, text: `${received} ist bis zum ${germanDay(due)} zu beantworten${latest}.`, source: sources.request }];
  });
}

function grantedDates({ answers, today }: ClockLook): readonly ClockDate[] {
  return owedActs(answers, today).map(({ entry, day, text }) => ({ kind: 'granted', day, limit: null, entry, text: `Seit dem ${germanDay(day)}: ${text}.`, source: sources.granted }));
}

const endAfterDays = followUps.data_processing.find(({ kind }) => kind === 'end_file')?.days ?? 0;

function withdrawalDate({ answers, hasEnded }: ClockLook): readonly ClockDate[] {
  if (hasEnded || consentStatus(answers) !== 'withdrawn') return [];
  const [on] = answers.statements('consent.withdrawn_date').flatMap((value) => asDay(value) ?? []).sort();
  if (on === undefined) return [];
  const day = addDays(on, endAfterDays);
  const text = `Einwilligung widerrufen am ${germanDay(on)}: Die Akte bitte bis zum ${germanDay(day)} beenden. Löschen auf Wunsch geht sofort.`;
  return [{ kind: 'withdrawal', day, limit: null, entry: null, text, source: sources.withdrawal }];
}

function holdDate({ answers, today }: ClockLook): readonly ClockDate[] {
  const [hold] = holdsOf(answers);
  const until = hold?.until ?? null;
  if (hold === undefined || until === null || !holdsOn(hold, today)) return [];
  if (hold.ground === null) {
    const text = `Löschsperre ohne Grund bis zum ${germanDay(until)}: Bitte den Grund nennen, sonst endet sie an diesem Tag von selbst.`;
    return [{ kind: 'hold_review', day: until, limit: null, entry: null, text, source: sources.hold }];
  }
  const text = `Löschsperre bis zum ${germanDay(until)}: Dann prüft jemand, ob der Grund noch besteht. Von selbst endet sie nicht.`;
  return [{ kind: 'hold_review', day: until, limit: null, entry: null, text, source: sources.hold }];
}
