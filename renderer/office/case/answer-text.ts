/** An answer in words, where nothing is typed: history, two answers, automatic fields. */
import { displayAnswer } from '../../../shared/catalogue/display.ts';
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { UserView } from '../../../shared/rpc/session.views.ts';

/** Same value? Lists compare element by element, in order. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Never empty: no answer is a word too. `entryName`: what an entry another one refers to is called. */
export function answerText(
  catalogue: LoadedCatalogue,
  field: Field,
  value: AnswerValue,
  staff: readonly UserView[],
  entryName: (id: string) => string | undefined = () => undefined,
): string {
  if (field.type === 'reference' && typeof value === 'string') return entryName(value) ?? 'nicht mehr in der Akte';
  const name = (id: string): string => staff.find((user) => user.id === id)?.displayName ?? 'nicht mehr im Team';
  return displayAnswer(catalogue, field, value, name) || 'ohne Angabe';
}

/** What time it is on this PC. */
export function wallClock(): Date {
  return new Date();
}

/** `14:03`, local time of this PC. */
export function clockText(at: Date): string {
  return at.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });
}

/** `21.11.2026, 14:03`, from RFC 3339. */
export function momentText(at: string): string {
  return new Date(at).toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}
