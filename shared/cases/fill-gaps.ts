/** One key makes the rest "unbekannt". */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import { basesFor } from '../history/base-of.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import { isTyped, recordIn, stateOf, type CaseFile, type Decided } from './case-decision.ts';
import { takesInput } from './consent.ts';
import { caseProgress, type Gap } from './progress.ts';

export interface FillWish extends CaseFile {
  /** Only this section; null = the whole file. */
  readonly section: string | null;
  readonly today: IsoDay;
}

const unknown: AnswerValue = { special: 'unknown' };

/**
 * The answers that close every open gap that may be answered "unbekannt".
 *
 * An answer can open a further question ("beendet" asks where to), so this asks again until nothing new comes up.
 */
export function fillGaps(wish: FillWish): readonly Decided[] {
  const { catalogue, today } = wish;
  const written = readCase(wish.caseState, wish.person);
  const filled = new Map<string, Decided>();
  const answers: CaseAnswers = {
    ...written,
    value: (field, entry) => (filled.has(keyOf(field, entry ?? null)) ? unknown : written.value(field, entry)),
  };
  for (;;) {
    const fillable = caseProgress(catalogue, answers, today).gaps.flatMap((gap) => decide(wish, gap) ?? []);
    if (fillable.length === 0) return [...filled.values()];
    for (const { key, decided } of fillable) filled.set(key, decided);
  }
}

function keyOf(field: string, entry: string | null): string {
  return `${entry ?? ''} ${field}`;
}

function decide(wish: FillWish, { section, field: id, entry }: Gap): { key: string; decided: Decided } | undefined {
  const field = wish.catalogue.field(id);
  if (field === undefined || field.special === false || !isTyped(field) || !takesInput(wish.caseState, field)) return undefined;
  if (wish.section !== null && section !== wish.section) return undefined;
  const record = recordIn(wish, field.record);
  const state = stateOf(wish, record);
  if (state === undefined) return undefined;
  const body = { type: 'answer', entry, field: id, value: unknown, base: basesFor(state, entry, id) } as const;
  return { key: keyOf(id, entry), decided: { record, body } };
}
