/** The file as the copy gives it: what somebody held back, or nobody decided yet, is not in it, so that no other line can say it either. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import type { CopyDecision } from './copy.ts';

export function withoutHeldBack(catalogue: LoadedCatalogue, state: RecordState, decisions: readonly CopyDecision[]): RecordState {
  const given = new Map<string, boolean>(decisions.map(({ entry, field, give }) => [`${entry ?? recordItself} ${field}`, give] as const));
  const goes = (place: string, field: string): boolean => given.get(`${place} ${field}`) ?? catalogue.field(field)?.about !== 'others';
  const left = <Value>(all: Readonly<Record<string, Readonly<Record<string, Value>>>>): Record<string, Record<string, Value>> =>
    Object.fromEntries(Object.entries(all).map(([place, said]) => [place, Object.fromEntries(Object.entries(said).filter(([field]) => goes(place, field)))]));
  return { ...state, answers: left(state.answers), texts: left(state.texts) };
}
