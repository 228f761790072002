/** How complete a case file is. Nothing here ever stops anybody: a gap is shown, not enforced. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { recordItself } from '../history/state.ts';
import { remarksAfterEnd } from './after-the-end.ts';
import type { CaseAnswers } from './answers.ts';
import { consentStatus } from './consent.ts';
import { isAnswered, isRequired, isShown, type FieldScope } from './field-scope.ts';
import { liveEntries } from './live-entries.ts';
import { consentOfChild, remarksOf, type Remark } from './remarks.ts';

/** "Fehlende Pflichtfeldangabe". */
export interface Gap {
  readonly section: string;
  readonly field: string;
  readonly entry: EntryId | null;
}

export interface SectionProgress {
  readonly section: string;
  /** Fields on the form now that a person can fill. */
  readonly shown: number;
  readonly answered: number;
  readonly gaps: number;
}

export interface CaseProgress {
  readonly sections: readonly SectionProgress[];
  /** In the order of the form. */
  readonly gaps: readonly Gap[];
  readonly remarks: readonly Remark[];
  /** Fields on the form, by entry id ('' = the record itself). */
  readonly shown: Readonly<Record<string, readonly string[]>>;
}

interface Place {
  readonly entry: EntryId | null;
  readonly fields: readonly Field[];
}

/**
 * Before consent only fields that take input can be gaps: nobody is asked for what she must not write. Nor is anybody asked for what has left
 * the form; what was answered there is still shown.
 */
export function caseProgress(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): CaseProgress {
  const open = consentStatus(answers) === 'granted';
  const entries = liveEntries(catalogue, answers);
  const shown: Record<string, string[]> = { [recordItself]: [] };
  const gaps: Gap[] = [];

  const sections = catalogue.sections.map((section): SectionProgress => {
    const groups = new Set(catalogue.groups(section.id).map((group) => group.id));
    const places: Place[] = [
      { entry: null, fields: catalogue.fieldsOf(section.id, null) },
      ...entries
        .filter((e) => groups.has(e.group))
        .map((e) => ({ entry: e.id, fields: catalogue.fieldsOf(section.id, e.group) })),
    ];
    const counts = { shown: 0, answered: 0, gaps: 0 };
    for (const { entry, fields } of places) {
      const scope: FieldScope = { catalogue, answers, entry, today };
      const visible = fields.filter((field) => isShown(field, scope) && (field.retired !== true || isAnswered(field, scope)));
      (shown[entry ?? recordItself] ??= []).push(...visible.map((field) => field.id));
      for (const field of visible) {
        if (field.type === 'automatic') continue;
        const answered = isAnswered(field, scope);
        counts.shown += 1;
        if (answered) counts.answered += 1;
        else if ((open || field.beforeConsent === true) && isRequired(field, scope)) {
          counts.gaps += 1;
          gaps.push({ section: section.id, field: field.id, entry });
        }
      }
    }
    return { section: section.id, ...counts };
  });
  // What is not on the form nobody can mend there: the day of a withdrawal, once she has agreed again.
  const plausible = remarksOf(catalogue, answers, entries).filter(({ field, entry }) => shown[entry ?? recordItself]?.includes(field) === true);
  return { sections, gaps, remarks: [...plausible, ...remarksAfterEnd(answers, today), ...consentOfChild(answers)], shown };
}
