/** A day that is asked in a dialog: today unless somebody says otherwise; what cannot be read stays in its field. */
import type { IsoDay } from '../../../../shared/domain/day.ts';

export class DayInput {
  day: IsoDay | null = $state.raw(null);
  #unreadable = $state<string | null>(null);
  #problem = $state<string | null>(null);
  #asked = $state(false);

  constructor(day: IsoDay) {
    this.day = day;
  }

  /** What is wrong with it, once it was asked for. */
  get error(): string | undefined {
    if (this.#problem !== null) return this.#problem;
    return this.#asked && this.day === null ? 'Bitte einen Tag angeben.' : undefined;
  }

  get props() {
    return {
      value: this.day,
      error: this.error,
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

  /** The day, or null: then the field says what is missing. */
  read(): IsoDay | null {
    this.#asked = true;
    return this.#problem === null ? this.day : null;
  }
}
