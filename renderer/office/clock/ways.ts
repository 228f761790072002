/** What somebody can do about what holds a file: one sentence says it, these lead there. */
import type { HindranceCode } from '../../../shared/clock/types.ts';
import type { ClockLine } from '../../../shared/rpc/clock.views.ts';
import type { Aim } from '../case/aim.ts';
import { appointment } from '../case/case-ids.ts';
import { clockTexts as texts } from './texts.ts';

export interface Way {
  readonly label: string;
  readonly aim: Pick<Aim, 'field' | 'ask'>;
}

/** Fields at which what holds can be settled. The rest is the same for all files, and stands above the lists. */
const places: Partial<Readonly<Record<HindranceCode, Omit<Way, 'aim'> & { readonly field: string }>>> = {
  activity_after_end: { label: 'Kontakte ansehen', field: 'contact.date' },
  appointment_ahead: { label: 'Termine ansehen', field: appointment.date },
  two_ends: { label: 'Zum Ende der Begleitung', field: 'case.counselling_end' },
  just_ended: { label: 'Zum Ende der Begleitung', field: 'case.counselling_end' },
  access_request: { label: 'Zum Antrag', field: 'request.received_on' },
  legal_claims: { label: 'Zur Löschsperre', field: 'case.retention_ground' },
  court_order: { label: 'Zur Löschsperre', field: 'case.retention_ground' },
  child_protection: { label: 'Zur Löschsperre', field: 'case.retention_ground' },
  hold: { label: 'Zur Löschsperre', field: 'case.retention_ground' },
};

/** Where taking the file up again is an answer to it. */
const endsDoubted: readonly HindranceCode[] = ['activity_after_end', 'appointment_ahead', 'two_ends', 'just_ended'];

export function waysOf({ act, hindrances }: Pick<ClockLine, 'act' | 'hindrances'>): readonly Way[] {
  const ways: Way[] = [];
  for (const { code } of hindrances) {
    const place = places[code];
    if (place !== undefined && !ways.some(({ label }) => label === place.label)) ways.push({ label: place.label, aim: { field: place.field, ask: null } });
  }
  const doubted = act === 'anonymise' && hindrances.some(({ code }) => endsDoubted.includes(code));
  return doubted ? [{ label: texts.resume, aim: { field: null, ask: 'resume' } }, ...ways] : ways;
}
