/** The day of an absent colleague, while it is looked at: asked for from the start page and from the list of absences, shown by the frame. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { UserId } from '../../../shared/domain/ids.ts';

interface Asked {
  readonly user: UserId;
  readonly userName: string;
  readonly day: IsoDay;
}

class DaySheet {
  asked: Asked | null = $state.raw(null);

  show(asked: Asked): void {
    this.asked = asked;
  }

  readonly close = (): void => {
    this.asked = null;
  };
}

export const daySheet = new DaySheet();
