/**
 * What of a file may stand in a copy that leaves for somebody else than herself.
 *
 * Child protection and health without consent are out of it before, as of everything that is read (readable.ts). Here goes what is about other
 * people, and what would lead somebody to her door: guardians, also where they may be informed, her own helpers, an address that is secret.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import { readCase } from './answers.ts';
import type { CaseFile } from './case-decision.ts';
import type { RecordState } from '../history/state.ts';

/** Groups whose entries are about somebody else. */
export const otherPeople: readonly string[] = ['guardian', 'helper'];

const whereSheIs: readonly string[] = ['person.street', 'person.postal_code', 'person.city', 'person.district_code'];

export function forThirdParty(file: CaseFile): CaseFile {
  const secret = readCase(file.caseState, file.person).statements('person.address_secret').includes(true);
  const hidden = new Set(secret ? whereSheIs : []);
  const without = (state: RecordState): RecordState => cut(file.catalogue, state, hidden);
  return { ...file, caseState: without(file.caseState), person: file.person && without(file.person) };
}

function cut(catalogue: LoadedCatalogue, state: RecordState, hidden: ReadonlySet<string>): RecordState {
  const gone = new Set(Object.entries(state.entries).filter(([, { group }]) => otherPeople.includes(group)).map(([id]) => id));
  const kept = <T>(places: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
    Object.fromEntries(
      Object.entries(places)
        .filter(([place]) => !gone.has(place))
        .map(([place, said]) => [place, Object.fromEntries(Object.entries(said).filter(([field]) => !hidden.has(field) && catalogue.field(field) !== undefined))]),
    );
  return { ...state, answers: kept(state.answers), texts: kept(state.texts), entries: Object.fromEntries(Object.entries(state.entries).filter(([id]) => !gone.has(id))) };
}
