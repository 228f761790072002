/** What a made-up case file says, ready to be written down answer by answer. */
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';

export interface TrainingEntry {
  /** Names the entry within this case; whoever writes it down draws the real id. */
  readonly key: string;
  readonly group: string;
  readonly parent: string | null;
}

export interface TrainingAnswer {
  readonly record: 'case' | 'person';
  /** Key of an entry; null for the record itself. */
  readonly entry: string | null;
  readonly field: string;
  /** Of a reference: the key of the entry it names. */
  readonly value: AnswerValue;
}

/** For longtext fields: goes in as `editText`. */
export interface TrainingText {
  readonly record: 'case' | 'person';
  readonly entry: string | null;
  readonly field: string;
  readonly text: string;
}

export interface TrainingCase {
  /** Parents before children, siblings in their order. */
  readonly entries: readonly TrainingEntry[];
  readonly answers: readonly TrainingAnswer[];
  readonly texts: readonly TrainingText[];
}

/** Collects answers; knows from the catalogue where each is kept and which are long texts. */
export interface TrainingSheet {
  /** `undefined` leaves the field open. A field the catalogue does not have is a bug and throws. */
  say(field: string, value: AnswerValue | undefined, entry?: string): void;
  addEntry(group: string, parent?: string): string;
  finish(): TrainingCase;
}

export function startSheet(): TrainingSheet {
  const entries: TrainingEntry[] = [];
  const answers: TrainingAnswer[] = [];
  const texts: TrainingText[] = [];
  return {
    say(id, value, entry) {
      if (value === undefined || value === null) return;
      const field = currentCatalogue.field(id);
      if (field === undefined) throw new RangeError(`the catalogue has no field ${id}`);
      const at = { record: field.record, entry: entry ?? null, field: id };
      if (field.type === 'longtext' && typeof value === 'string') texts.push({ ...at, text: value });
      else answers.push({ ...at, value });
    },
    addEntry(group, parent) {
      const key = `${group}${entries.length + 1}`;
      entries.push({ key, group, parent: parent ?? null });
      return key;
    },
    finish: () => ({ entries, answers, texts }),
  };
}
