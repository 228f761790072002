/**
 * What of a file may stand in a copy that leaves for somebody else than herself.
 *
 * Child protection and health without consent are out of it before, as of everything that is read (readable.ts). Here goes what is about other
 * people: guardians, also where they may be informed, her own helpers, whoever took on a step or sat at a conference, what was said there. And what would lead somebody
 * to her: how she is reached safely, and with a secret address every way to reach her, the house she lives in among the institutions included.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import { readCase } from './answers.ts';
import type { CaseFile } from './case-decision.ts';
import type { RecordState } from '../history/state.ts';

/** Groups whose entries are about somebody else. */
const otherPeople: readonly string[] = ['guardian', 'helper'];

/** Names, words and minutes of other people in entries that are about her: what the catalogue marks so. */
function aboutOthers(catalogue: LoadedCatalogue): readonly string[] {
  return catalogue.fields.filter(({ about }) => about === 'others').map(({ id }) => id);
}

/** Says whom she trusts and what she is afraid of. */
const safeWays: readonly string[] = ['person.safe_contact', 'person.contact_limits'];

const whereSheIs: readonly string[] = [
  'person.street',
  'person.postal_code',
  'person.city',
  'person.district_code',
  'person.phone',
  'person.phone_2',
  'person.email',
  'person.preferred_channel',
];

/** For herself, where nobody decided about others field by field (shared/rights/copy.ts does): without what is said of them. */
export function withoutOthers(file: CaseFile): CaseFile {
  const hidden = new Set(aboutOthers(file.catalogue));
  const without = (state: RecordState): RecordState => cut(state, (field) => hidden.has(field), () => false);
  return { ...file, caseState: without(file.caseState), person: file.person && without(file.person) };
}

export function forThirdParty(file: CaseFile): CaseFile {
  const secret = readCase(file.caseState, file.person).statements('person.address_secret').includes(true);
  const hidden = new Set([...aboutOthers(file.catalogue), ...safeWays, ...(secret ? whereSheIs : [])]);
  const without = (state: RecordState): RecordState => cut(state, (field) => hidden.has(field) || file.catalogue.field(field) === undefined, (id, group, answers) => otherPeople.includes(group) || (secret && isHerHouse(id, answers)));
  return { ...file, caseState: without(file.caseState), person: file.person && without(file.person) };
}

/** An institution of the type „Unterkunft, Wohngruppe“. */
function isHerHouse(entry: string, answers: RecordState['answers']): boolean {
  return (answers[entry]?.['institution.type'] ?? []).some(({ value }) => value === 'accommodation' || (Array.isArray(value) && value.includes('accommodation')));
}

/** `goes`: entries that go whole. */
function cut(state: RecordState, hides: (field: string) => boolean, goes: (entry: string, group: string, answers: RecordState['answers']) => boolean): RecordState {
  const gone = new Set(Object.entries(state.entries).filter(([id, { group }]) => goes(id, group, state.answers)).map(([id]) => id));
  const kept = <T>(places: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
    Object.fromEntries(
      Object.entries(places)
        .filter(([place]) => !gone.has(place))
        .map(([place, said]) => [place, Object.fromEntries(Object.entries(said).filter(([field]) => !hides(field)))]),
    );
  return { ...state, answers: kept(state.answers), texts: kept(state.texts), entries: Object.fromEntries(Object.entries(state.entries).filter(([id]) => !gone.has(id))) };
}
