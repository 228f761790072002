/**
 * A copy of everything held about her, as data (Art. 15 and 20 DSGVO): every field of the form, both of two statements, what was answered before,
 * entries that were taken away. Nothing is chosen but what is about somebody else: that stays out until a person decides, field by field.
 */
import { displayAnswer } from '../catalogue/display.ts';
import { valueInEdition } from '../catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { germanDay, isIsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Intent } from '../history/intent.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { readCase } from '../cases/answers.ts';
import { entryNames } from '../cases/entry-names.ts';
import { cardCodes } from './card-codes.ts';
import { earlierAnswers, placeAndField } from './earlier-answers.ts';
import { earlierTexts, type EarlierText } from './earlier-texts.ts';
import { withoutHeldBack } from './held-back.ts';

/** What somebody decided about one field in one place. */
export interface CopyDecision {
  readonly entry: EntryId | null;
  readonly field: string;
  /** True: it goes along although it is about somebody else. False: it stays out although it is hers. */
  readonly give: boolean;
  readonly reason: string;
}

export interface CopyValue {
  readonly value: AnswerValue;
  /** German. */
  readonly display: string;
  /** The day it was written down. */
  readonly on: string;
}

export interface CopyField {
  readonly id: string;
  readonly label: string;
  /** More than one: two people answered apart and nobody has decided yet. */
  readonly values: readonly CopyValue[];
  readonly text: string;
  /** Answered once, and not any more. */
  readonly earlier: readonly CopyValue[];
  /** How a long text read before; in the data beside the paper. */
  readonly earlierTexts: readonly EarlierText[];
  /** Why nothing stands here; null where all of it does. */
  readonly withheld: string | null;
}

export interface CopyEntry {
  readonly kind: string;
  readonly takenAway: boolean;
  readonly fields: readonly CopyField[];
}

export interface CopySection {
  readonly title: string;
  readonly fields: readonly CopyField[];
  readonly entries: readonly CopyEntry[];
}

export interface CopySource {
  readonly catalogue: LoadedCatalogue;
  /** In the words of the edition, with what she may get. */
  readonly caseState: RecordState;
  readonly person: RecordState | undefined;
  /** What is worked out and not written: the state of the file, its next days. */
  readonly automatic: Readonly<Record<string, AnswerValue>>;
  /** The whole histories of both records. */
  readonly intents: readonly Intent[];
  readonly staffName: (id: string) => string | undefined;
  readonly decisions: readonly CopyDecision[];
  /** Gefährdungseinschätzungen are in the copy. */
  readonly protection: boolean;
}

/** A persönliche Arbeitsnotiz of whoever makes the copy; nobody opens those of others. */
export interface OwnNote {
  readonly id: string;
  readonly text: string;
  readonly writtenOn: string;
}

/** What a decision about a note is called; `entry` is the note. */
export const noteField = 'note.text';

export function noteSection(notes: readonly OwnNote[], decisions: readonly CopyDecision[]): readonly CopySection[] {
  const entries = notes.map(({ id, text, writtenOn }): CopyEntry => {
    const kept = decisions.findLast((one) => one.field === noteField && one.entry === id && !one.give);
    const said = { id: noteField, label: `Notiz vom ${isIsoDay(writtenOn) ? germanDay(writtenOn) : writtenOn}`, values: [], earlier: [], earlierTexts: [] };
    return { kind: 'Persönliche Arbeitsnotiz', takenAway: false, fields: [kept === undefined ? { ...said, text, withheld: null } : { ...said, text: '', withheld: `${heldBack}: ${kept.reason}` }] };
  });
  return entries.length === 0 ? [] : [{ title: 'Persönliche Arbeitsnotizen', fields: [], entries }];
}

export const undecided = 'Angabe zu einer anderen Person – Entscheidung nötig';
export const heldBack = 'Zurückgehalten';

/** Everything, in the order of the form; sections in which nothing was ever said are left out. */
export function copySections(source: CopySource): readonly CopySection[] {
  const copy = new Copy(source);
  const { catalogue } = source;
  const sections = catalogue.sections.map((section): CopySection => ({
    title: section.title,
    fields: copy.fields(catalogue.fieldsOf(section.id, null), recordItself),
    entries: catalogue.groups(section.id).flatMap(({ id }) => copy.entries(id)),
  }));
  const other = copy.unknownFields();
  const onCard = { title: 'Hinweise auf der Karteikarte', fields: other.filter(({ id }) => cardCodes[id] !== undefined), entries: [] };
  const unknown = { title: 'Angaben, die diese Fassung von Lotse nicht kennt', fields: other.filter(({ id }) => cardCodes[id] === undefined), entries: [] };
  return [...sections, onCard, unknown].filter(
    ({ fields, entries }) => fields.length > 0 || entries.length > 0,
  );
}

class Copy {
  readonly source: CopySource;
  readonly states: readonly RecordState[];
  readonly entryName: (id: string) => string | undefined;
  readonly earlier: ReadonlyMap<string, readonly CopyValue[]>;

  constructor(source: CopySource) {
    this.source = source;
    this.states = source.person === undefined ? [source.caseState] : [source.caseState, source.person];
    const given = (state: RecordState): RecordState => withoutHeldBack(source.catalogue, state, source.decisions);
    this.entryName = entryNames(source.catalogue, readCase(given(source.caseState), source.person && given(source.person)));
    const answered = earlierAnswers(source.catalogue, source, this.states);
    this.earlier = new Map([...answered].map(([key, said]) => [key, said.map(({ field, value, at }) => this.#value(field, value, at))]));
  }

  fields(fields: readonly Field[], place: string): readonly CopyField[] {
    return fields.flatMap((field) => this.#field(field, place));
  }

  entries(group: string): readonly CopyEntry[] {
    const { catalogue } = this.source;
    return this.states.flatMap((state) =>
      Object.entries(state.entries)
        .filter(([, entry]) => entry.group === group)
        .sort(([a, x], [b, y]) => (x.rank < y.rank ? -1 : x.rank > y.rank ? 1 : a < b ? -1 : 1))
        .map(([id, { retired }]) => ({ kind: catalogue.group(group)?.label ?? group, takenAway: retired, fields: this.fields(catalogue.fieldsOfGroup(group), id) }))
        .filter(({ fields }) => fields.length > 0),
    );
  }

  #field(field: Field, place: string): readonly CopyField[] {
    const heads = this.states.flatMap((state) => state.answers[place]?.[field.id] ?? []);
    const automatic = place === recordItself ? (this.source.automatic[field.id] ?? null) : null;
    const computed = heads.length === 0 && automatic !== null ? [{ value: automatic, at: '' }] : [];
    const values = [...heads, ...computed].filter(({ value }) => value !== null).map(({ value, at }) => this.#value(field, value, at));
    const text = this.states.map((state) => state.texts[place]?.[field.id]?.text ?? '').find((one) => one.trim() !== '') ?? '';
    const earlier = this.earlier.get(placeAndField(place, field.id)) ?? [];
    const before = this.states.flatMap((state) => earlierTexts(this.source, state, field, place));
    if (values.length === 0 && text === '' && earlier.length === 0 && before.length === 0) return [];
    const withheld = this.#withheld(field.id, field.about === 'others', place);
    const said = { id: field.id, label: field.label };
    return [withheld === null ? { ...said, values, text, earlier, earlierTexts: before, withheld } : { ...said, values: [], text: '', earlier: [], earlierTexts: [], withheld }];
  }

  #withheld(field: string, others: boolean, place: string): string | null {
    const decision = this.source.decisions.findLast((one) => one.field === field && (one.entry ?? recordItself) === place);
    if (decision === undefined) return others ? undecided : null;
    return decision.give ? null : `${heldBack}: ${decision.reason}`;
  }

  #value(field: Field, value: AnswerValue, at: string): CopyValue {
    const { catalogue, staffName } = this.source;
    const read = valueInEdition(catalogue, field, value);
    const display = displayAnswer(catalogue, field, read, (id) => staffName(id) ?? 'unser JMD', (id) => this.entryName(id) ?? 'ein entfernter Eintrag');
    // Random ids say nothing to anybody outside.
    const isId = field.type === 'staff' || field.type === 'reference';
    return { value: isId ? display : read, display, on: at.slice(0, 10) };
  }

  /** Answers to fields this edition does not know, and so nobody can say whom they are about: they wait for a decision each. */
  unknownFields(): readonly CopyField[] {
    const { catalogue } = this.source;
    return this.states.flatMap((state) =>
      [...new Set([...Object.keys(state.answers), ...Object.keys(state.texts)])].flatMap((place) => {
        const group = state.entries[place]?.group;
        if (place !== recordItself && group === undefined) return [];
        const ids = new Set([...Object.keys(state.answers[place] ?? {}), ...Object.keys(state.texts[place] ?? {})]);
        return [...ids]
          .filter((id) => catalogue.field(id)?.group !== group || catalogue.field(id) === undefined)
          .map((id): CopyField => {
            const withheld = this.#withheld(id, cardCodes[id] === undefined, place);
            const label = cardCodes[id] ?? id;
            const values = (state.answers[place]?.[id] ?? []).map(({ value, at }) => ({ value, display: cardCodes[id] === undefined ? plain(value) : onCardWords(catalogue, value), on: at.slice(0, 10) }));
            const text = state.texts[place]?.[id]?.text ?? '';
            return withheld === null ? { id, label, values, text, earlier: [], earlierTexts: [], withheld } : { id, label, values: [], text: '', earlier: [], earlierTexts: [], withheld };
          });
      }),
    );
  }
}

/** A day, a yes, or a code of what parents may know. */
function onCardWords(catalogue: LoadedCatalogue, value: AnswerValue): string {
  if (typeof value !== 'string') return value === true ? 'ja' : plain(value);
  return isIsoDay(value) ? germanDay(value) : catalogue.codeLabel('parents_informed', value);
}

function plain(value: AnswerValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
