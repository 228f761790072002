/**
 * What is typed beside the forms of a case file (an open hour, a contact, a note) and not stored yet: in memory only, per person, so that
 * half a sentence outlives locking and leaving the page. Never written anywhere, never shown to another person who unlocks.
 */
import type { UserId } from '../../shared/domain/ids.ts';

/** Such words outlive the page they were begun on, so they hold no `$derived`: one that was made on a page that is gone says the same for ever. */
export interface HeldWords {
  /** Something was typed that is not known to be stored. */
  readonly unsaved: boolean;
}

const held = new Map<string, HeldWords>();

/** The words of this person at this place; begun where there are none. One place always holds one kind of words. */
export function heldOf<Words extends HeldWords>(owner: UserId, place: string, begin: () => Words): Words {
  const key = `${owner} ${place}`;
  const words = (held.get(key) as Words | undefined) ?? begin();
  held.set(key, words);
  return words;
}

export function letGo(owner: UserId, place: string): void {
  held.delete(`${owner} ${place}`);
}

/** Words of anybody that are not stored: ask before the window closes. */
export function hasHeldWords(): boolean {
  return [...held.values()].some(({ unsaved }) => unsaved);
}
