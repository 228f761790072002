/**
 * What was typed and is not known to be saved: in memory only, per person, case and field, so that a half-typed sentence
 * outlives locking and leaving the page. Never written anywhere, never shown to another person who unlocks.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { ActId, IntentId, RecordId, UserId } from '../../../shared/domain/ids.ts';

/** What went out under one name and has no answer yet: it may be stored or not. */
export interface Sent {
  readonly act: ActId;
  readonly value: AnswerValue;
  readonly base: readonly IntentId[];
  readonly revision: number;
}

export interface Draft {
  /** Entry id, '' for the record itself. */
  readonly entry: string;
  readonly field: string;
  readonly value: AnswerValue;
  /** The heads that stood there when typing began. */
  readonly base: readonly IntentId[];
  /** Counts the changes of this draft. */
  readonly revision: number;
  /** Saved; only kept so that the text under the cursor does not change by itself. */
  readonly saved: boolean;
  /** Why the core did not take it; null while it only waits. */
  readonly problem: string | null;
  /** Goes out again as it was, before anything newer, until the core answers; see [Note: act]. */
  readonly sent: Sent | null;
}

export type Drafts = SvelteMap<string, Draft>;

const byOwner = new Map<UserId, Map<RecordId, Drafts>>();
const sections = new Map<string, string>();

/** Where somebody stood in a case, so that she is there again after a lock. */
export function lastSection(owner: UserId, caseId: RecordId): string | undefined {
  return sections.get(`${owner} ${caseId}`);
}

export function keepSection(owner: UserId, caseId: RecordId, section: string): void {
  sections.set(`${owner} ${caseId}`, section);
}

export function draftKey(entry: string, field: string): string {
  return `${entry}|${field}`;
}

/** Words of an answer; '' where it is something else. */
export function wordsOf(value: AnswerValue): string {
  return typeof value === 'string' ? value : '';
}

/** Drafts of one case; the same map on every call. */
export function draftsOf(owner: UserId, caseId: RecordId): Drafts {
  const cases = byOwner.get(owner) ?? new Map<RecordId, Drafts>();
  byOwner.set(owner, cases);
  const drafts = cases.get(caseId) ?? new SvelteMap<string, Draft>();
  cases.set(caseId, drafts);
  return drafts;
}

/** Cases with words of this person that are not saved, for a hint after unlocking. */
export function casesWithDrafts(owner: UserId): readonly RecordId[] {
  const cases = [...(byOwner.get(owner) ?? [])];
  return cases.filter(([, drafts]) => [...drafts.values()].some((draft) => !draft.saved)).map(([caseId]) => caseId);
}

/** Words of anybody that are not saved: also of a case that is not on the page, while Lotse is locked or without its core. */
export function hasDrafts(): boolean {
  return [...byOwner.keys()].some((owner) => casesWithDrafts(owner).length > 0);
}

/** Forgets everything typed by everybody. */
export function forgetDrafts(): void {
  byOwner.clear();
  sections.clear();
}
