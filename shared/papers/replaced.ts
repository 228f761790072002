/** What a paper could not take as it was typed, for the office: characters no font has, and what was too long. */

/** The name of "…", which every font has: among replaced characters it says that a text ends there earlier than it was typed. */
export const cutShort = 'U+2026';

export interface NotAsTyped {
  /** `U+1F600` */
  readonly characters: readonly string[];
  readonly isCutShort: boolean;
}

export function notAsTyped(replaced: readonly string[]): NotAsTyped {
  return { characters: replaced.filter((one) => one !== cutShort), isCutShort: replaced.includes(cutShort) };
}
