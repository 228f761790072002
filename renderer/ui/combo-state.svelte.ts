/** Behaviour of the ComboBox: what is open, what is marked, what the keys do (ARIA "combobox with list autocomplete"). */
import type { Option } from './field.ts';
import { filterOptions } from './fold.ts';

/** More options than these are not drawn; typing narrows them down. */
export const maxShown = 250;

interface Source {
  readonly options: () => readonly Option[];
  readonly value: () => string | null;
  readonly choose: (value: string | null) => void;
}

export class ComboState {
  readonly #source: Source;
  open = $state(false);
  /** What is typed; `null` while the chosen label stands there. */
  typed = $state<string | null>(null);
  marked = $state(0);

  readonly label = $derived.by(() => {
    const value = this.#source.value();
    return this.#source.options().find((option) => option.value === value)?.label ?? '';
  });
  readonly shown = $derived.by(() => filterOptions(this.#source.options(), this.typed ?? '').slice(0, maxShown));
  readonly text = $derived.by(() => this.typed ?? this.label);

  constructor(source: Source) {
    this.#source = source;
  }

  show(): void {
    this.open = true;
    const value = this.#source.value();
    const at = this.typed === null ? this.shown.findIndex((option) => option.value === value) : 0;
    this.marked = Math.max(0, at);
  }

  type(text: string): void {
    this.typed = text;
    this.open = true;
    this.marked = 0;
  }

  pick(option: Option): void {
    this.open = false;
    this.typed = null;
    this.#source.choose(option.value);
  }

  clear(): void {
    this.open = false;
    this.typed = null;
    this.#source.choose(null);
  }

  /** Leaving: an emptied field takes the choice back, half a word changes nothing. */
  leave(): void {
    if (this.typed !== null && this.typed.trim() === '' && this.#source.value() !== null) this.#source.choose(null);
    this.typed = null;
    this.open = false;
  }

  /** True when the key was used up. */
  key(name: string, alt: boolean): boolean {
    if (name === 'ArrowDown' || name === 'ArrowUp') return this.#move(name === 'ArrowDown' ? 1 : -1, alt);
    if (name === 'Enter' && this.open) {
      const option = this.shown[this.marked];
      if (option !== undefined) this.pick(option);
      return true;
    }
    if (name === 'Escape' && (this.open || this.typed !== null)) {
      this.typed = null;
      this.open = false;
      return true;
    }
    if (this.open && (name === 'PageDown' || name === 'PageUp')) {
      this.#mark(this.marked + (name === 'PageDown' ? 10 : -10));
      return true;
    }
    return false;
  }

  #move(step: number, alt: boolean): boolean {
    if (!this.open) this.show();
    else if (alt && step < 0) this.open = false;
    else this.#mark(this.marked + step);
    return true;
  }

  #mark(index: number): void {
    this.marked = Math.max(0, Math.min(this.shown.length - 1, index));
  }
}
