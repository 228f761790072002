/** What a person is found by among thousands before she is compared with each: coarse, so that every spelling leads to her. */
import type { AlikePerson } from './alike-person.ts';
import { waysOf, type WrittenName } from './compare-names.ts';
import { readWord, skeletonOf } from './compare-words.ts';

/** Grows with what is kept of a person and with the keys: what was kept under another number is made anew. */
export const alikeVersion = 4;

/** By word of her name (neighbours written as one are a word, too): the keys that find it. */
export function nameKeys(names: readonly WrittenName[]): ReadonlyMap<string, readonly string[]> {
  const words = new Set(names.flatMap(({ given, family }) => [given, family].flatMap((part) => waysOf(part).flat())));
  return new Map([...words].map((word) => [word, keysOfWord(word)]));
}

export function alikeKeys({ names, phones }: AlikePerson): readonly string[] {
  return [...new Set([...[...nameKeys(names).values()].flat(), ...phones.map(phoneKey)])];
}

export function phoneKey(digits: string): string {
  return `p:${digits}`;
}

function keysOfWord(written: string): readonly string[] {
  const { plain, forms, known } = readWord(written);
  const skeletons = forms.flatMap((form) => {
    const skeleton = skeletonOf(form);
    // Ukrainian g is written h as well, and a breath says nothing.
    return [skeleton, skeleton.replace(/g/g, '')];
  });
  const sounds = skeletons.filter((skeleton) => skeleton !== '').map((skeleton) => `s:${skeleton}`);
  const name = known === undefined ? [] : [`n:${known}`];
  // Other scripts have none that we read: they are found as they are written.
  return [...new Set([...name, ...(sounds.length > 0 ? sounds : [`w:${plain}`])])];
}
