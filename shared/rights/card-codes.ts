/** Codes a card carries beside the form, for whoever opens the desk only; each is hers and is in her copy under these words. */
import { preRegisteredOn } from '../people/card-of.ts';
import { parentsOnCard } from '../people/cautions.ts';

/** The card of a file whose processing is restricted. */
export const restrictedOnCard = 'person.processing_restricted';

export const cardCodes: Readonly<Record<string, string>> = {
  [preRegisteredOn]: 'Vorgemerkt am',
  [parentsOnCard]: 'Hinweis zu Eltern auf der Karte',
  [restrictedOnCard]: 'Verarbeitung eingeschränkt (Hinweis auf der Karte)',
};
