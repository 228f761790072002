/** A Vertretung that is being entered. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { newActId } from '../case/act-id.ts';
import type { HeldWords } from '../held-words.ts';

export class AbsenceWords implements HeldWords {
  readonly act = newActId();
  user: UserId = $state() as UserId;
  deputy: UserId | null = $state(null);
  from: IsoDay | null = $state(null);
  until: IsoDay | null = $state(null);

  constructor(user: UserId, from: IsoDay) {
    this.user = user;
    this.from = from;
  }

  get unsaved(): boolean {
    return this.deputy !== null || this.until !== null;
  }
}
