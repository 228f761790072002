/**
 * Spelling: checked on this PC by the checker of the system, which macOS has and Windows as far as one can tell from here (decision 0008). Linux has none
 * that Chromium asks; it would load a dictionary from the network, so there is none.
 */
import type { Session } from 'electron';

export function spellsHere(platform: NodeJS.Platform): boolean {
  return platform === 'win32' || platform === 'darwin';
}

/** An address that is none: should Chromium want a dictionary, it asks nobody. */
const nowhere = 'lotse://no-dictionaries/';

export function setSpelling(session: Session, platform: NodeJS.Platform): void {
  session.setSpellCheckerDictionaryDownloadURL(nowhere);
  const here = spellsHere(platform);
  session.setSpellCheckerEnabled(here);
  // macOS finds the language by itself and has no list.
  const german = ['de-DE', 'de'].find((language) => session.availableSpellCheckerLanguages.includes(language));
  if (here && platform === 'win32' && german !== undefined) session.setSpellCheckerLanguages([german]);
}
