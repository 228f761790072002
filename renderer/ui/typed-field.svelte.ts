/** Behaviour shared by day, month and number fields: typed text, read when the field is left. */
import { untrack } from 'svelte';
import { Draft } from './draft.svelte.ts';
import type { Typed } from './german-input.ts';

interface Source<T> {
  /** Stored value as text. */
  readonly stored: () => string;
  readonly parse: (text: string) => Typed<T>;
  readonly format: (value: T) => string;
  /** Only called when the value is another one. */
  readonly emit: (value: T | null) => void;
  /** Text that could not be read when it was last left; the field starts with it. */
  readonly kept?: () => string | undefined;
  /** Text left in the field that cannot be read and why; null twice once it can. */
  readonly unreadable?: (text: string | null, problem: string | null) => void;
}

export class TypedField<T> {
  readonly #source: Source<T>;
  readonly draft: Draft;
  /** Unreadable text the page knows of already: a field that is taken away is left once more. */
  #told: string | null = null;
  /** What is wrong with the typed text, in German. */
  problem = $state<string | null>(null);

  constructor(source: Source<T>) {
    this.#source = source;
    this.draft = new Draft(source.stored);
    const kept = untrack(() => source.kept?.());
    if (kept === undefined) return;
    this.draft.type(kept);
    this.#told = kept;
    this.problem = source.parse(kept).problem;
  }

  type(text: string): void {
    this.draft.type(text);
    this.#told = null;
    this.problem = null;
  }

  /** Text that cannot be read stays in the field with its problem; no value is emitted. */
  leave(): void {
    if (!this.draft.dirty || this.draft.text === this.#told) return;
    const { value, problem } = this.#source.parse(this.draft.text);
    this.problem = problem;
    if (problem === null) this.set(value);
    else {
      this.#told = this.draft.text;
      this.#source.unreadable?.(this.draft.text, problem);
    }
  }

  set(value: T | null): void {
    const text = value === null ? '' : this.#source.format(value);
    const changed = text !== this.#source.stored();
    this.problem = null;
    this.draft.replace(text);
    this.#told = null;
    this.#source.unreadable?.(null, null);
    if (!changed) return;
    this.draft.handOut();
    this.#source.emit(value);
  }
}
