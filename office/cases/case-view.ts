/** The case file as a window gets it: plain data, both records laid over each other. */
import type { StaffRow } from '../../db/contract/desk.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { automaticAnswers } from '../../shared/cases/automatic-answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';

import { worksOnProtection } from '../../shared/cases/case-right.ts';
import { consentGiven, healthConsentGiven } from '../../shared/cases/consent.ts';
import { casePhases } from '../../shared/cases/phases.ts';
import { caseProgress } from '../../shared/cases/progress.ts';
import { readableSections } from '../../shared/cases/readable.ts';
import { caseSuggestions } from '../../shared/cases/suggestions.ts';
import { warningsOf } from '../../shared/cases/warnings.ts';
import type { ClockSettings } from '../../shared/clock/types.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { type EntryId, IntentId, type UserId } from '../../shared/domain/ids.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import { contentsOfNumber, paperKind } from '../../shared/plan/versions.ts';
import type { CaseView, EntryView, FieldView, TextView } from '../../shared/rpc/case.views.ts';
import type { CaseRowView } from '../../shared/rpc/lists.views.ts';

type NameOf = (user: UserId) => string;

const noIntent = IntentId.parse('0'.repeat(32));
/** A colleague whose name is not known on this PC yet. */
const unknownName = 'Unbekannt';

export function namesOf(staff: readonly StaffRow[]): NameOf {
  const names = new Map(staff.map(({ id, displayName }) => [id, displayName]));
  return (user) => names.get(user) ?? unknownName;
}

function fieldViews(state: RecordState, nameOf: NameOf): Record<string, Record<string, FieldView>> {
  return mapInner(state.answers, (heads) => ({
    heads: heads.map(({ intent, value, author, at }) => ({ intent, value, authorName: nameOf(author), at })),
    base: heads.map(({ intent }) => intent),
  }));
}

/** Automatic fields look like answered ones, but nobody answered them: no author, no base, an intent that is none. */
function automaticViews({ file, row, today, officeName, clock }: CaseViewParts): Record<string, Record<string, FieldView>> {
  const { catalogue, caseState, person } = file;
  const computed = { ...automaticAnswers(catalogue, caseState, readCase(caseState, person), today, clock), 'case.site_id': officeName };
  const fields = Object.entries(computed).map(([id, value]): [string, FieldView] => {
    const heads = value === null ? [] : [{ intent: noIntent, value, authorName: '', at: row.changedAt }];
    return [id, { heads, base: [] }];
  });
  return { [recordItself]: Object.fromEntries(fields) };
}

function textViews(state: RecordState): Record<string, Record<string, TextView>> {
  return mapInner(state.texts, ({ text, heads }) => ({ text, base: heads }));
}

function mapInner<A, B>(outer: Readonly<Record<string, Readonly<Record<string, A>>>>, map: (value: A) => B): Record<string, Record<string, B>> {
  return Object.fromEntries(
    Object.entries(outer).map(([place, fields]) => [place, Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, map(value)]))]),
  );
}

function laidOver<T>(records: readonly Record<string, Record<string, T>>[]): Record<string, Record<string, T>> {
  const over: Record<string, Record<string, T>> = {};
  for (const record of records) for (const [place, fields] of Object.entries(record)) over[place] = { ...over[place], ...fields };
  return over;
}

/** Parents before their children is not promised; within a parent the order is the rank. */
function entryViews(states: readonly RecordState[]): readonly EntryView[] {
  return states
    .flatMap((state) => Object.entries(state.entries))
    .sort(([a, x], [b, y]) => (x.rank < y.rank ? -1 : x.rank > y.rank ? 1 : a < b ? -1 : 1))
    .map(([id, { group, parent, retired }]) => ({ id: id as EntryId, group, parent, retired }));
}

export interface CaseViewParts {
  readonly file: CaseFile;
  readonly row: CaseRowView;
  readonly staff: readonly StaffRow[];
  readonly today: IsoDay;
  readonly officeName: string;
  readonly clock: ClockSettings;
}

export function caseView(parts: CaseViewParts): CaseView {
  const { file, row, staff, today } = parts;
  const { catalogue, caseState, person, right } = file;
  const states = person === undefined ? [caseState] : [caseState, person];
  // 2.2.4 is there without consent to it, and empty; a section with readers of its own is not there for others.
  const readable = readableSections(catalogue, { protection: worksOnProtection(right), health: true });
  const nameOf = namesOf(staff);
  const contentOf = contentsOfNumber(caseState.documents);
  const answers = readCase(caseState, person);
  const { sections, gaps, remarks, shown } = caseProgress(catalogue, answers, today);
  return {
    row,
    caseworkerName: row.caseworker === null ? null : nameOf(row.caseworker),
    answers: laidOver([...states.map((state) => fieldViews(state, nameOf)), automaticViews(parts)]),
    texts: laidOver(states.map(textViews)),
    entries: entryViews(states),
    sections: sections.filter(({ section }) => readable.includes(section)),
    gaps,
    remarks,
    shown,
    consentGiven: consentGiven(caseState),
    healthConsentGiven: healthConsentGiven(caseState),
    right,
    readableSections: readable,
    phases: casePhases(catalogue, answers, today),
    suggestions: caseSuggestions(catalogue, answers, today),
    warnings: warningsOf(file, today),
    files: Object.fromEntries(Object.values(caseState.files ?? {}).map(({ entry, mime, bytes }) => [entry, { mime, bytes }])),
    documents: caseState.documents.map((document) => ({
      attachment: document.attachment,
      paper: paperKind(document),
      version: document.version,
      content: contentOf(document),
      day: document.day,
      at: document.at,
      language: document.language,
      authorName: nameOf(document.author),
      comparable: document.data !== undefined,
    })),
  };
}

