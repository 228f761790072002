/** A day that may stay open; what cannot be read stays in its field and is not taken for open. */
import type { IsoDay } from '../../../shared/domain/day.ts';

export class OptionalDay {
  day: IsoDay | null = $state.raw(null);
  #unreadable = $state<string | null>(null);
  #problem = $state<string | null>(null);

  constructor(day: IsoDay | null) {
    this.day = day;
  }

  get wrong(): boolean {
    return this.#problem !== null;
  }

  get props() {
    return {
      value: this.day,
      error: this.#problem ?? undefined,
      unreadable: this.#unreadable ?? undefined,
      onchange: (day: IsoDay | null): void => {
        this.day = day;
      },
      onunreadable: (text: string | null, problem: string | null): void => {
        this.#unreadable = text;
        this.#problem = problem;
      },
    };
  }
}
