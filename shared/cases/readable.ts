/**
 * The one place that takes out of a record what is not for the eyes of whoever reads it.
 *
 * A disclosure to avert a danger to a child says as much as the section on child protection, so it has the same readers. A paper that went to another file
 * is for nobody's eyes here: what was said of it was about somebody else, so it cannot be brought back either.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { withoutPastCard } from './card-inside.ts';

export interface Reading {
  /** Child protection; see `worksOnProtection`. Never for search, dates, counts, print and export. */
  readonly protection: boolean;
  /** What may only be kept while she agrees that health data are. */
  readonly health: boolean;
}

/** What lists, search, dates and counts are made of. */
export function projectedReading(health: boolean): Reading {
  return { protection: false, health };
}

export function isReadable({ readers, needs }: Pick<Field, 'readers' | 'needs'>, { protection, health }: Reading): boolean {
  return (readers !== 'child_protection' || protection) && (needs !== 'health_consent' || health);
}

/** Sections with at least one field for these eyes; sections without fields are headings and stay. */
export function readableSections(catalogue: LoadedCatalogue, reading: Reading): readonly string[] {
  return catalogue.sections.filter(({ fields }) => fields.length === 0 || fields.some((field) => isReadable(field, reading))).map(({ id }) => id);
}

/** The same object when there is nothing to take out. An entry goes with all that stands in it when no field of its group is readable. */
export function readableState(catalogue: LoadedCatalogue, whole: RecordState, reading: Reading): RecordState {
  const state = withoutPastCard(catalogue, whole);
  const unreadable = catalogue.fields.filter((field) => !isReadable(field, reading)).map(({ id }) => id);
  const fields = new Set([...unreadable, ...(!reading.protection && isKeptForProtection(state) ? retentionFields : [])]);
  const entries = hiddenEntries(catalogue, state, fields, reading);
  const says = (places: Places): boolean => Object.entries(places).some(([place, said]) => entries.has(place) || Object.keys(said).some((field) => fields.has(field)));
  if (entries.size === 0 && !says(state.answers) && !says(state.texts)) return state;

  const without = <T>(places: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
    Object.fromEntries(
      Object.entries(places)
        .filter(([place]) => place === recordItself || !entries.has(place))
        .map(([place, said]) => [place, Object.fromEntries(Object.entries(said).filter(([field]) => !fields.has(field)))]),
    );
  return {
    ...state,
    answers: without(state.answers),
    texts: without(state.texts),
    entries: Object.fromEntries(Object.entries(state.entries).filter(([id]) => !entries.has(id))),
  };
}

/** Why the file is kept longer: where it is child protection, that has the readers of child protection. */
export const retentionFields: readonly string[] = ['case.retention_ground', 'case.retention_note'];

function isKeptForProtection(state: RecordState): boolean {
  return (state.answers[recordItself]?.['case.retention_ground'] ?? []).some(({ value }) => value === 'child_protection');
}

type Places = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function hiddenEntries(catalogue: LoadedCatalogue, state: RecordState, fields: ReadonlySet<string>, { protection }: Reading): ReadonlySet<string> {
  const hidden = new Set<string>();
  const groups = new Map<string, boolean>();
  const isHidden = (group: string): boolean => {
    const known = groups.get(group);
    if (known !== undefined) return known;
    const ofGroup = catalogue.fieldsOfGroup(group);
    const all = ofGroup.length > 0 && ofGroup.every(({ id }) => fields.has(id));
    groups.set(group, all);
    return all;
  };
  const visit = (id: string): boolean => {
    const entry = state.entries[id];
    if (entry === undefined || hidden.has(id)) return hidden.has(id);
    // A child of a hidden entry would tell that there is one. Cycles cannot be written: a parent is there before its child.
    if (isHidden(entry.group) || isMovedAway(state, id) || (!protection && tellsOfProtection(state, id)) || (entry.parent !== null && entry.parent !== id && visit(entry.parent))) hidden.add(id);
    return hidden.has(id);
  };
  // What points at something hidden tells that it is there; so does what points at that.
  const pointers = pointersOf(catalogue, state, fields);
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { entry, at } of pointers) if (at === null || hidden.has(at)) hidden.add(entry);
    for (const id of Object.keys(state.entries)) visit(id);
  }
  return hidden;
}

/** Fields without the type `reference` that name a place in the file: the field and the entry somebody says is not right. */
const namesField = 'dispute.field';
const namesEntry = 'dispute.entry';

interface Pointer {
  readonly entry: string;
  /** The entry that is named; null: a field nobody with these eyes reads. */
  readonly at: string | null;
}

/** Every entry that names another one or an unreadable field, in whichever of its statements. */
function pointersOf(catalogue: LoadedCatalogue, state: RecordState, unreadable: ReadonlySet<string>): readonly Pointer[] {
  if (Object.keys(state.entries).length === 0) return [];
  const closed = new Set([...unreadable].flatMap((id) => [id, ...(catalogue.field(id)?.formerly ?? [])]));
  return Object.entries(state.answers)
    .filter(([place]) => place !== recordItself)
    .flatMap(([entry, said]) =>
      Object.entries(said).flatMap(([field, heads]): readonly Pointer[] => {
        const named = heads.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
        if (field === namesField) return named.filter((one) => closed.has(one)).map(() => ({ entry, at: null }));
        return field === namesEntry || catalogue.field(field)?.type === 'reference' ? named.map((at) => ({ entry, at })) : [];
      }),
    );
}

/** The act that moves a paper takes its entry away, empties its title, and the bytes are elsewhere. */
function isMovedAway({ entries, answers, files }: RecordState, id: string): boolean {
  const { group, retired } = entries[id] ?? {};
  if (group !== 'attachment' || retired !== true || Object.values(files ?? {}).some(({ entry }) => entry === id)) return false;
  return (answers[id]?.['attachment.title'] ?? []).some(({ value }) => value === null);
}

function tellsOfProtection(state: RecordState, entry: string): boolean {
  return (state.answers[entry]?.['disclosure.basis'] ?? []).some(({ value }) => value === 'child_protection_law');
}
