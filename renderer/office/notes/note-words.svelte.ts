/** What is being written into a note and not stored: held over a lock, for its author alone. */
import type { ActId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { newActId } from '../case/act-id.ts';
import { heldOf, type HeldWords } from '../held-words.ts';

export class NoteWords implements HeldWords {
  /** Said again under this name until the core answers. */
  act: ActId = $state(newActId());
  text = $state('');
  /** The note that is being changed; null: a new one. */
  changing: RecordId | null = $state(null);

  get unsaved(): boolean {
    return this.text.trim() !== '';
  }

  change(note: RecordId, text: string): void {
    this.changing = note;
    this.text = text;
    this.act = newActId();
  }

  clear(): void {
    this.changing = null;
    this.text = '';
    this.act = newActId();
  }
}

export function noteWordsOf(owner: UserId, caseId: RecordId): NoteWords {
  return heldOf(owner, `note ${caseId}`, () => new NoteWords());
}
