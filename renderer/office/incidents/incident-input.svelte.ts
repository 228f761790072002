/** The sheet of a breach while it is written. */
import type { IncidentView } from '../../../shared/rpc/rights.views.ts';
import { DayInput } from '../case/acts/day-input.svelte.ts';
import { isClockTime, momentOf, momentParts } from './moment.ts';
import { OptionalDay } from './optional-day.svelte.ts';
import { incidentTexts as texts } from './texts.ts';

export class IncidentInput {
  readonly #id: IncidentView['id'] | null;
  readonly noticedOn: DayInput;
  readonly authorityToldOn: OptionalDay;
  readonly personsToldOn: OptionalDay;
  time = $state('');
  what = $state('');
  data = $state('');
  people = $state('');
  measures = $state('');
  risk = $state<IncidentView['risk']>('some');
  whyNotTold = $state('');
  #asked = $state(false);

  /** `now`: RFC 3339 UTC. */
  constructor(before: IncidentView | null, now: string) {
    const { day, time } = momentParts(before?.noticedAt ?? now);
    this.#id = before?.id ?? null;
    this.noticedOn = new DayInput(day);
    this.time = time;
    this.authorityToldOn = new OptionalDay(before?.authorityToldOn ?? null);
    this.personsToldOn = new OptionalDay(before?.personsToldOn ?? null);
    if (before === null) return;
    ({ what: this.what, data: this.data, people: this.people, measures: this.measures, risk: this.risk, whyNotTold: this.whyNotTold } = before);
  }

  get whatError(): string | undefined {
    return this.#asked && this.what.trim().length < 3 ? texts.whatMissing : undefined;
  }

  get timeError(): string | undefined {
    return this.#asked && !isClockTime(this.time) ? texts.timeWrong : undefined;
  }

  /** What is kept; null: something is still to be said. */
  read() {
    this.#asked = true;
    const day = this.noticedOn.read();
    const { authorityToldOn, personsToldOn } = this;
    if (day === null || this.whatError !== undefined || this.timeError !== undefined || authorityToldOn.wrong || personsToldOn.wrong) return null;
    const { what, data, people, measures, risk, whyNotTold } = this;
    const noticedAt = momentOf(day, this.time);
    return { id: this.#id, what, noticedAt, data, people, measures, risk, authorityToldOn: authorityToldOn.day, personsToldOn: personsToldOn.day, whyNotTold };
  }
}
