/** The decision of a request while it is being written down: held over a lock. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { DayInput } from '../case/acts/day-input.svelte.ts';
import type { HeldWords } from '../held-words.ts';

export class DecideWords implements HeldWords {
  readonly entry: EntryId;
  readonly decided: DayInput;
  /** Who asks, where that was not clear. */
  identity: string | null = $state(null);
  insight: string | null = $state(null);
  secret: 'yes' | 'no' | null = $state(null);
  chosen: string | null = $state(null);
  chosenGround: string | null = $state(null);
  reason = $state('');

  constructor(entry: EntryId, today: IsoDay) {
    this.entry = entry;
    this.decided = new DayInput(today);
  }

  get unsaved(): boolean {
    return this.reason.trim() !== '' || [this.identity, this.insight, this.secret, this.chosen, this.chosenGround].some((one) => one !== null);
  }
}
