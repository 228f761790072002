/** An appointment that is being planned or moved. Whom it is for is stored and so not held: she is chosen again, or found by her id. */
import type { ActId, EntryId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { newActId } from '../case/act-id.ts';
import type { HeldWords } from '../held-words.ts';

export class PlanWords implements HeldWords {
  readonly act: ActId = newActId();
  when = $state('');
  staff: UserId | null = $state(null);

  constructor(staff: UserId | null) {
    this.staff = staff;
  }

  get unsaved(): boolean {
    return this.when.trim() !== '';
  }
}

export class MoveWords implements HeldWords {
  readonly record: RecordId;
  readonly entry: EntryId;
  /** Null: as it is planned. */
  when: string | null = $state(null);
  /** Undefined: as it is planned; null: of nobody. */
  staff: UserId | null | undefined = $state();

  constructor(record: RecordId, entry: EntryId) {
    this.record = record;
    this.entry = entry;
  }

  get unsaved(): boolean {
    return this.when !== null || this.staff !== undefined;
  }
}
