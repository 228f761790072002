/** A file as the clock reads it, built at once: thousands of them in a second, also such as no window would write. */
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { defaultClockSettings, type ClockFile, type ClockOffice, type ClockSettings, type ClockVerdict } from '../../../shared/clock/types.ts';
import { clockOf } from '../../../shared/clock/verdict.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { IntentId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { recordItself, type EntryState, type Head, type RecordState } from '../../../shared/history/state.ts';

export const day = (text: string): IsoDay => IsoDay.parse(text);

/** By field id; several values are statements that contradict each other. */
export type Said = Readonly<Record<string, AnswerValue | { readonly heads: readonly AnswerValue[] }>>;

export interface MadeEntry {
  readonly group: string;
  readonly said: Said;
  /** When it was written, where that is not when everything was. */
  readonly at?: string;
}

export interface MadeFile {
  readonly said?: Said;
  readonly entries?: readonly MadeEntry[];
  /** When everything was written, RFC 3339 UTC. */
  readonly at?: string;
}

const id = (count: number): string => count.toString(16).padStart(32, '0');
const selin = UserId.parse('5'.repeat(32));

export function made({ said = {}, entries = [], at = '2000-01-01T08:00:00Z' }: MadeFile): ClockFile {
  let count = 0;
  const heads = (value: Said[string], at: string): readonly Head[] => {
    const all = typeof value === 'object' && value !== null && 'heads' in value ? value.heads : [value];
    return all.map((one) => ({ intent: IntentId.parse(id((count += 1))), value: one, author: selin, at }));
  };
  const stateOf = (kind: 'case' | 'person'): RecordState => {
    const mine = (field: string): boolean => (currentCatalogue.field(field)?.record ?? 'case') === kind;
    const fields = (all: Said, written: string): Readonly<Record<string, readonly Head[]>> =>
      Object.fromEntries(Object.entries(all).filter(([field]) => mine(field)).map(([field, value]) => [field, heads(value, written)]));
    const places: Record<string, Readonly<Record<string, readonly Head[]>>> = { [recordItself]: fields(said, at) };
    const states: Record<string, EntryState> = {};
    entries.forEach((entry, place) => {
      if (currentCatalogue.recordOfGroup(entry.group) !== kind) return;
      const key = id(1_000_000 + place);
      places[key] = fields(entry.said, entry.at ?? at);
      states[key] = { group: entry.group, parent: null, rank: `a${id(place)}`, rankHeads: [], retired: false, statusHeads: [] };
    });
    return { record: RecordId.parse(id(1)), kind, intents: 1, answers: places, entries: states, texts: {}, countKeys: {}, documents: [] };
  };
  return { catalogue: currentCatalogue, caseState: stateOf('case'), person: stateOf('person') };
}

export function office(today: string, more: Partial<ClockOffice> & { readonly settings?: ClockSettings } = {}): ClockOffice {
  return { today: day(today), settings: defaultClockSettings, dayProblem: null, importedOn: null, otherDevices: [], ...more };
}

export function judged(file: MadeFile, today: string, more: Parameters<typeof office>[1] = {}): ClockVerdict {
  return clockOf(made(file), office(today, more));
}

export const contact = (on: string, more: Said = {}): MadeEntry => ({ group: 'contact', said: { 'contact.date': on, ...more } });
export const appointment = (on: string, status: AnswerValue = null): MadeEntry => ({
  group: 'appointment',
  said: { 'appointment.date': on, ...(status !== null && { 'appointment.status': status }) },
});
