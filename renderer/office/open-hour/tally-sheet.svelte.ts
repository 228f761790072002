/** The open hour as it is typed: one row per person, every answer may stay open. Held over a lock like every half sentence. */
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { ActId } from '../../../shared/domain/ids.ts';
import { newActId } from '../case/act-id.ts';
import type { HeldWords } from '../held-words.ts';

export interface SheetRow {
  /** Names the row on the page. */
  readonly key: number;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Left with Enter: she was there, also when nothing else is known. */
  readonly met: boolean;
}

/** As many as one open hour can have (tally.enter). */
export const mostRows = 60;

export class TallySheet implements HeldWords {
  /** The day of all rows. */
  day: IsoDay = $state() as IsoDay;
  rows: readonly SheetRow[] = $state.raw([]);
  /** Said again under this name until the core answers. */
  act: ActId = newActId();
  #keys = 0;

  constructor(day: IsoDay) {
    this.day = day;
    this.rows = [this.#empty()];
  }

  #empty(): SheetRow {
    return { key: ++this.#keys, answers: {}, met: false };
  }

  /** Rows that are people: the empty one that waits for the next is not. */
  get people(): readonly SheetRow[] {
    return this.rows.filter(({ met, answers }) => met || Object.values(answers).some((value) => value !== null));
  }

  get unsaved(): boolean {
    return this.people.length > 0;
  }

  answer(key: number, field: string, value: AnswerValue): void {
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, answers: { ...row.answers, [field]: value } } : row));
  }

  /** Enter: this person is done. Returns the row to go on in, a new one after the last. */
  next(key: number): SheetRow {
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, met: true } : row));
    const following = this.rows[this.rows.findIndex((row) => row.key === key) + 1];
    return following ?? this.add();
  }

  add(): SheetRow {
    const last = this.rows.at(-1);
    if (last !== undefined && this.rows.length >= mostRows) return last;
    const row = this.#empty();
    this.rows = [...this.rows, row];
    return row;
  }

  remove(key: number): void {
    const rest = this.rows.filter((row) => row.key !== key);
    this.rows = rest.length === 0 ? [this.#empty()] : rest;
  }

  /** What goes to the core. `dayField`: the field the day is kept in. */
  sent(dayField: string): Record<string, AnswerValue>[] {
    return this.people.map(({ answers }) => ({ [dayField]: this.day, ...Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)) }));
  }

  /** All is stored: the next hour. */
  restart(): void {
    this.rows = [this.#empty()];
    this.act = newActId();
  }
}
