/**
 * Restriction of the processing (Art. 18 DSGVO): the file is kept and nothing else. What is asked, granted and to be told stays readable, because
 * somebody must be able to answer her; everything else is closed to all, also to the head.
 */
import { inEdition } from '../catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { EntryId } from '../domain/ids.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { readCase } from '../cases/answers.ts';

export const restrictionGroup = 'restriction';
export const requestGroup = 'request';

/** By which one knows the file, who looks after it, and that it may be kept at all. */
const fieldsOnList: readonly string[] = [
  'case.case_number',
  'case.site_id',
  'case.caseworker_id',
  'case.deputy_staff_id',
  'case.shielded',
  'consent.data_processing_status',
  'person.last_name',
  'person.first_name',
  'person.single_name',
  'person.call_name',
];

/** Requests, restrictions and what recipients must hear. */
export const rightsGroups: readonly string[] = [requestGroup, restrictionGroup, 'notice'];

/** Restrictions nobody lifted. One that two PCs entered apart, or that only one of two lifted, holds. */
export function openRestrictions(caseState: RecordState): readonly EntryId[] {
  const answers = readCase(caseState, undefined);
  return answers.entries(restrictionGroup, null).filter((id) => {
    const lifted = answers.statements('restriction.lifted_on', id);
    return lifted.length === 0 || lifted.includes(null);
  });
}

export function isRestricted(caseState: RecordState): boolean {
  // Asked with every save: most files have none.
  return Object.values(caseState.entries).some(({ group }) => group === restrictionGroup) && openRestrictions(caseState).length > 0;
}

/** What lists, dates and search are made of while it is restricted: the file's name on the list and its rights. */
export function restrictedState(catalogue: LoadedCatalogue, stored: RecordState): RecordState {
  const state = inEdition(catalogue, stored);
  const entries = Object.fromEntries(Object.entries(state.entries).filter(([, { group }]) => rightsGroups.includes(group)));
  const kept = <T>(places: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
    Object.fromEntries(
      Object.entries(places)
        .filter(([place]) => place === recordItself || entries[place] !== undefined)
        .map(([place, said]) => [place, place === recordItself ? Object.fromEntries(Object.entries(said).filter(([field]) => fieldsOnList.includes(field))) : said]),
    );
  return { ...state, answers: kept(state.answers), texts: kept(state.texts), entries, documents: [], files: {} };
}
