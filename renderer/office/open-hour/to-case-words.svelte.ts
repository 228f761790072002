/** What is said when a Vormerkung becomes a file; it holds her id, not her name. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { newActId } from '../case/act-id.ts';
import type { HeldWords } from '../held-words.ts';

export class ToCaseWords implements HeldWords {
  readonly act = newActId();
  readonly record: RecordId;
  day: IsoDay | null = $state(null);
  /** She signs the sheet, nearly always. */
  form: string | null = $state('paper');
  givenBy: string | null = $state('young_person');
  textVersion = $state('');
  language: string | null = $state('deu');
  /** The Kurzberatung that moves along. */
  tally: string | null = $state(null);

  constructor(record: RecordId, day: IsoDay) {
    this.record = record;
    this.day = day;
  }

  get unsaved(): boolean {
    return this.textVersion.trim() !== '' || this.tally !== null;
  }
}
