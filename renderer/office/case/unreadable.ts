/**
 * Typed text that no date, month or number can be read from: in memory only, per person, case and field, like the drafts. It is
 * not sent to the core; it stays in its field until it is put right or given up.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { RecordId, UserId } from '../../../shared/domain/ids.ts';

export interface Unreadable {
  /** Entry id, '' for the record itself. */
  readonly entry: string;
  readonly field: string;
  readonly text: string;
  /** What is wrong with it, in German. */
  readonly problem: string;
}

export type UnreadableTexts = SvelteMap<string, Unreadable>;

const kept = new Map<string, UnreadableTexts>();

/** Text of anybody that cannot be read and stands in its field, on the page or not. */
export function hasUnreadable(): boolean {
  return [...kept.values()].some((texts) => texts.size > 0);
}

/** Texts of one case by `draftKey`; the same map on every call. */
export function unreadableOf(owner: UserId, caseId: RecordId): UnreadableTexts {
  const key = `${owner} ${caseId}`;
  const texts = kept.get(key) ?? new SvelteMap<string, Unreadable>();
  kept.set(key, texts);
  return texts;
}
