/** Behaviour shared by day, month and number fields: typed text, read when the field is left. */
import { Draft } from './draft.svelte.ts';
import type { Typed } from './german-input.ts';

interface Source<T> {
  /** Stored value as text. */
  readonly stored: () => string;
  readonly parse: (text: string) => Typed<T>;
  readonly format: (value: T) => string;
  /** Only called when the value is another one. */
  readonly emit: (value: T | null) => void;
}

export class TypedField<T> {
  readonly #source: Source<T>;
  readonly draft: Draft;
  /** What is wrong with the typed text, in German. */
  problem = $state<string | null>(null);

  constructor(source: Source<T>) {
    this.#source = source;
    this.draft = new Draft(source.stored);
  }

  type(text: string): void {
    this.draft.type(text);
    this.problem = null;
  }

  /** Text that cannot be read stays in the field with its problem; nothing is emitted. */
  leave(): void {
    if (!this.draft.dirty) return;
    const { value, problem } = this.#source.parse(this.draft.text);
    this.problem = problem;
    if (problem !== null) return;
    this.set(value);
  }

  set(value: T | null): void {
    const text = value === null ? '' : this.#source.format(value);
    const changed = text !== this.#source.stored();
    this.problem = null;
    this.draft.replace(text);
    if (!changed) return;
    this.draft.handOut();
    this.#source.emit(value);
  }
}
