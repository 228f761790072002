/** Two answers that do not fit together. A remark at the field, never a blocker. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { PlausibilityRule } from '../catalogue/types.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { ageOn, germanDay, IsoMonth } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { maturityAge } from '../law/edition.ts';
import { asDay } from './as-day.ts';
import type { LiveEntry } from './live-entries.ts';

export interface Remark {
  readonly field: string;
  readonly entry: EntryId | null;
  readonly text: string;
}

/** A rule is silent while one of its two answers is missing. */
export function remarksOf(catalogue: LoadedCatalogue, answers: CaseAnswers, entries: readonly LiveEntry[]): readonly Remark[] {
  return catalogue.definition.rules.flatMap((rule) => {
    const group = catalogue.field(rule.blames)?.group;
    const places = group === undefined ? [null] : entries.filter((e) => e.group === group).map((e) => e.id);
    return places
      .filter((entry) => isBroken(rule, catalogue, answers, entry))
      .map((entry) => ({ field: rule.blames, entry, text: rule.text }));
  });
}

/** A child who consented alone, on the day of the consent; until the note of a contact of that day says something. */
export function consentOfChild(answers: CaseAnswers): readonly Remark[] {
  const [born, given] = [asDay(answers.value('case.date_of_birth')), asDay(answers.value('consent.data_processing_date'))];
  if (answers.value('consent.granted_by') !== 'young_person' || born === null || given === null || given < born) return [];
  if (ageOn(born, given) >= maturityAge) return [];
  if (answers.entries('contact').some((contact) => answers.value('contact.date', contact) === given && answers.text('contact.note', contact).trim() !== '')) return [];
  return [{ field: 'consent.granted_by', entry: null, text: `Einsichtsfähigkeit festhalten: Wer unter ${String(maturityAge)} allein einwilligt, hat verstanden, worum es geht. Woran das zu sehen war, gehört in die Notiz zum Kontakt vom ${germanDay(given)}.` }];
}

function isBroken(rule: PlausibilityRule, catalogue: LoadedCatalogue, answers: CaseAnswers, entry: EntryId | null): boolean {
  const said = (field: string): AnswerValue => answers.value(field, catalogue.field(field)?.group === undefined ? null : entry);
  const blamed = said(rule.blames);
  const other = said(rule.other);
  if (rule.kind === 'at_most') return typeof blamed === 'number' && typeof other === 'number' && blamed > other;
  const [day, otherDay] = [asDay(blamed), asDay(other)];
  if (day === null || otherDay === null) return rule.kind === 'not_before' && isMonth(blamed) && isMonth(other) && blamed < other;
  if (rule.kind === 'not_before') return day < otherDay;
  const age = ageOn(day, otherDay);
  return age < (rule.min ?? -Infinity) || age > (rule.max ?? Infinity);
}

function isMonth(value: AnswerValue): value is string {
  return IsoMonth.safeParse(value).success;
}
