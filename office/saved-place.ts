/** What is known against a place where a person saves a paper with names. For shells, which do not reach into db/. */
import { placeProblem } from '../db/place.ts';

/** A folder that the system empties by itself is no worse for a paper than another. */
export type SavedPlaceWarning = 'PLACE_SYNCED' | 'PLACE_NETWORK' | 'PLACE_REMOVABLE';

export function savedPlaceWarning(folder: string): SavedPlaceWarning | null {
  const problem = placeProblem(folder);
  return problem === 'PLACE_TEMPORARY' ? null : problem;
}
