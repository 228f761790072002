/** Dates that stand in the file as such: the catalogue marks them with `due`. Not those of tasks, steps and talks, which the worklist has. */
import type { DueKind } from '../../catalogue/types.ts';
import { asDay } from '../../cases/as-day.ts';
import { conditionOutcome, isShown } from '../../cases/field-scope.ts';
import { germanDay } from '../../domain/day.ts';
import type { ClockLook } from '../look.ts';
import { sources } from '../sources.ts';
import type { ClockDate, ClockKind } from '../types.ts';

const kinds: Partial<Readonly<Record<DueKind, { readonly kind: ClockKind; readonly text: (day: string) => string; readonly source: string }>>> = {
  review: { kind: 'review', text: (day) => `Der Plan wird am ${day} gemeinsam überprüft.`, source: sources.review },
  residence: { kind: 'residence_permit', text: (day) => `Das Aufenthaltspapier gilt bis zum ${day}.`, source: sources.residence },
  release: { kind: 'release_ends', text: (day) => `Eine Schweigepflichtentbindung gilt bis zum ${day}.`, source: sources.release },
};

export function catalogueDates({ catalogue, answers, today, entries, hasEnded }: ClockLook): readonly ClockDate[] {
  if (hasEnded) return [];
  return catalogue.fields.flatMap((field) => {
    const { due } = field;
    const rule = due && kinds[due.kind];
    if (rule === undefined) return [];
    const places = field.group === undefined ? [null] : entries.filter(({ group }) => group === field.group).map(({ id }) => id);
    return places.flatMap((entry) => {
      const scope = { catalogue, answers, entry, today };
      if (!isShown(field, scope) || (due?.openWhen !== undefined && conditionOutcome(due.openWhen, scope) === 'fails')) return [];
      const days = [...new Set(answers.statements(field.id, entry).flatMap((value) => asDay(value) ?? []))];
      return days.map((day): ClockDate => ({ kind: rule.kind, day, limit: null, entry, text: rule.text(germanDay(day)), source: rule.source }));
    });
  });
}
