/**
 * [Note: editions] A history keeps what was written under the names of its day; nothing in it is ever rewritten. An edition of the catalogue says
 * with `formerly` which names of fields and codes mean the same as its own, and this reads a folded state in those words. So an edition is taken
 * back by another one that turns `formerly` around, and PCs with different editions may write into one file.
 *
 * Whoever answers a renamed field empties the former names of what was before her eyes in the same act ({@link emptiedNames}). What somebody with
 * another edition says later under the other name stands beside it as a second statement.
 */
import type { AnswerValue } from '../domain/answer.ts';
import type { EntryId } from '../domain/ids.ts';
import type { IntentBody } from '../history/intent.ts';
import { type Head, recordItself, type RecordState, type TextState } from '../history/state.ts';
import type { LoadedCatalogue } from './load-catalogue.ts';
import type { Field } from './types.ts';

type Said<T> = Readonly<Record<string, T>>;
type Places<T> = Readonly<Record<string, Said<T>>>;

interface Renames {
  /** Fields that had other names. */
  readonly fields: readonly Field[];
  /** By field id: the code of today for each of earlier editions. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const known = new WeakMap<LoadedCatalogue, Renames>();

/** Its own name and the former ones; the first that says something counts. */
export function namesOfField({ id, formerly = [] }: Pick<Field, 'id' | 'formerly'>): readonly string[] {
  return [id, ...formerly];
}

/** The same object when nothing in it was written in the words of another edition. */
export function inEdition(catalogue: LoadedCatalogue, state: RecordState): RecordState {
  const renames = renamesOf(catalogue);
  if (renames.fields.length === 0 && renames.codes.size === 0) return state;
  const answers = inPlaces(state.answers, (said) => recoded(renamed(said, renames.fields, headsTogether), renames.codes));
  const texts = inPlaces(state.texts, (said) => renamed(said, renames.fields, textsTogether));
  return answers === state.answers && texts === state.texts ? state : { ...state, answers, texts };
}

/** An answer as it was written, in the codes of this edition. */
export function valueInEdition(catalogue: LoadedCatalogue, field: Field, value: AnswerValue): AnswerValue {
  const codes = renamesOf(catalogue).codes.get(field.id);
  return codes === undefined ? value : recode(value, codes);
}

/** The edition as it judges what was said before it: a code it offers no more is still one. For answers that come from elsewhere into a file. */
export function withRetiredCodes(catalogue: LoadedCatalogue): LoadedCatalogue {
  return { ...catalogue, codes: (list) => catalogue.codes(list).map(({ retired: _retired, ...code }) => code) };
}

/**
 * The name under which a long text is written on: where its words stand, for a text cannot move without its history.
 *
 * `stored`: the record as it was folded, not read in this edition.
 */
export function textNameOf(field: Field, stored: RecordState | undefined, entry: EntryId | null): string {
  const names = namesOfField(field);
  const said = stored?.texts[entry ?? recordItself] ?? {};
  return names.find((name) => (said[name]?.text ?? '') !== '') ?? names.find((name) => said[name] !== undefined) ?? field.id;
}

/** What is written, and after it what empties the other names of the answered fields, as far as the author saw what they say. */
export function emptiedNames(
  catalogue: LoadedCatalogue,
  stored: RecordState | undefined,
  bodies: readonly IntentBody[],
): readonly IntentBody[] {
  if (stored === undefined || renamesOf(catalogue).fields.length === 0) return bodies;
  const written = bodies.map((body) => {
    const former = body.type === 'answer' ? (catalogue.field(body.field)?.formerly ?? []) : [];
    return body.type !== 'answer' || former.length === 0 ? { body, emptied: [] } : answerUnder(stored, body, former);
  });
  return [...written.map(({ body }) => body), ...written.flatMap(({ emptied }) => emptied)];
}

type AnswerBody = Extract<IntentBody, { type: 'answer' }>;

function answerUnder(
  stored: RecordState,
  body: AnswerBody,
  former: readonly string[],
): { body: AnswerBody; emptied: readonly AnswerBody[] } {
  const { entry, field, base } = body;
  const headsOf = (name: string): readonly Head[] => stored.answers[entry ?? recordItself]?.[name] ?? [];
  // Its own name was empty and so not before her eyes; what she says now comes after that.
  const unseen = headsOf(field).filter(({ intent, value }) => value === null && !base.includes(intent));
  return {
    body: unseen.length === 0 ? body : { ...body, base: [...base, ...unseen.map(({ intent }) => intent)] },
    emptied: former.flatMap((name) => {
      const seen = headsOf(name).filter(({ intent, value }) => value !== null && base.includes(intent));
      return seen.length === 0
        ? []
        : [{ type: 'answer', entry, field: name, value: null, base: seen.map(({ intent }) => intent) }];
    }),
  };
}

function renamesOf(catalogue: LoadedCatalogue): Renames {
  const found = known.get(catalogue);
  if (found !== undefined) return found;
  const formerCodes = (list: string | undefined): readonly (readonly [string, string])[] =>
    list === undefined
      ? []
      : catalogue.codes(list).flatMap(({ code, formerly = [] }) => formerly.map((former) => [former, code] as const));
  const renames: Renames = {
    fields: catalogue.fields.filter(({ formerly }) => formerly !== undefined),
    codes: new Map(
      catalogue.fields.flatMap(({ id, codeList }) => {
        const codes = formerCodes(codeList);
        return codes.length === 0 ? [] : [[id, new Map(codes)] as const];
      }),
    ),
  };
  known.set(catalogue, renames);
  return renames;
}

function inPlaces<T>(places: Places<T>, change: (said: Said<T>) => Said<T>): Places<T> {
  let changed = false;
  const all = Object.entries(places).map(([place, said]) => {
    const now = change(said);
    changed ||= now !== said;
    return [place, now] as const;
  });
  return changed ? Object.fromEntries(all) : places;
}

function renamed<T>(said: Said<T>, fields: readonly Field[], together: (all: readonly T[]) => T): Said<T> {
  const others = fields.filter(({ formerly = [] }) => formerly.some((name) => said[name] !== undefined));
  if (others.length === 0) return said;
  const names = new Set(others.flatMap(({ formerly = [] }) => formerly));
  const kept = Object.entries(said).filter(([name]) => !names.has(name));
  const found = others.map(
    (field) =>
      [
        field.id,
        together(
          namesOfField(field)
            .map((name) => said[name])
            .filter((one) => one !== undefined),
        ),
      ] as const,
  );
  return Object.fromEntries([...kept, ...found]);
}

/** Every statement, those under its own name first; of answers taken back only where nothing else is said. */
function headsTogether(all: readonly (readonly Head[])[]): readonly Head[] {
  const stated = all.flat().filter(({ value }) => value !== null);
  return stated.length > 0 ? stated : (all.find((heads) => heads.length > 0) ?? []);
}

/** Two texts under two names come from two PCs with two editions: one stands below the other until somebody makes one of them. */
function textsTogether(all: readonly TextState[]): TextState {
  const written = all.filter(({ text }) => text !== '');
  const [first = { text: '', heads: [] }, ...more] = written.length > 0 ? written : all;
  return more.length === 0 || written.length === 0
    ? first
    : { text: written.map(({ text }) => text).join('\n\n'), heads: written.flatMap(({ heads }) => heads) };
}

function recoded(said: Said<readonly Head[]>, codes: Renames['codes']): Said<readonly Head[]> {
  const changed = Object.entries(said).flatMap(([field, heads]) => {
    const map = codes.get(field);
    if (map === undefined || !heads.some(({ value }) => recode(value, map) !== value)) return [];
    return [[field, heads.map((head) => ({ ...head, value: recode(head.value, map) }))] as const];
  });
  return changed.length === 0 ? said : { ...said, ...Object.fromEntries(changed) };
}

/** The same value when no code in it had another name. */
function recode(value: AnswerValue, codes: ReadonlyMap<string, string>): AnswerValue {
  if (typeof value === 'string') return codes.get(value) ?? value;
  if (!Array.isArray(value) || !value.some((code) => codes.has(code))) return value;
  return [...new Set(value.map((code) => codes.get(code) ?? code))];
}
