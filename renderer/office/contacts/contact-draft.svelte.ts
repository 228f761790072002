/**
 * A contact while it is being entered: ids of the files, answers, and the note. Outlives a lock ([Note: empty window] leaves only what was
 * typed), so it holds no name: those are asked for anew.
 */
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { ActId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { newActId } from '../case/act-id.ts';
import type { HeldWords } from '../held-words.ts';
import { heldOf, letGo } from '../held-words.ts';
import type { CaseView } from '../../../shared/rpc/case.views.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

export class ContactDraft implements HeldWords {
  /** Said again under this name until the core answers, see [Note: act]. */
  readonly act: ActId = newActId();
  caseIds: readonly RecordId[] = $state.raw([]);
  note = $state('');
  /** What somebody chose or typed. */
  typed: Answers = $state.raw({});
  /** What Lotse offers from last time, below it. */
  presets: Answers = $state.raw({});
  /** The file the presets are of. */
  presetsOf: RecordId | null = null;

  constructor(caseIds: readonly RecordId[]) {
    this.caseIds = caseIds;
  }

  get answers(): Answers {
    return { ...this.presets, ...this.typed };
  }

  get unsaved(): boolean {
    return this.note.trim() !== '' || Object.keys(this.typed).length > 0;
  }

  answer(field: string, value: AnswerValue): void {
    this.typed = { ...this.typed, [field]: value };
  }

  /** What goes to the core: what was left open is not sent. */
  sent(): Record<string, AnswerValue> {
    return Object.fromEntries(Object.entries(this.answers).filter(([, value]) => value !== null));
  }
}

const place = 'contact';
type Listener = (caseId: RecordId, view: CaseView | null) => void;

/** The one dialog of the window: whoever wants a contact entered asks here, the frame shows it. */
class Contacts {
  draft: ContactDraft | null = $state.raw(null);
  /** Begun and put aside: the window says where it waits. */
  waiting: ContactDraft | null = $state.raw(null);
  readonly #listeners = new Set<Listener>();

  /** After unlocking: what she had begun is there again. */
  take(owner: UserId): void {
    const begun = heldOf(owner, place, () => new ContactDraft([]));
    this.draft = begun.unsaved ? begun : null;
    this.waiting = null;
    if (!begun.unsaved) letGo(owner, place);
  }

  /** An entry already begun stays in front. */
  begin(owner: UserId, caseIds: readonly RecordId[]): void {
    this.draft ??= heldOf(owner, place, () => new ContactDraft(caseIds));
    this.waiting = null;
  }

  /** For later: it is kept for its owner, and any way to a new contact leads back to it. */
  putAside(): void {
    this.waiting = this.draft;
    this.draft = null;
  }

  end(owner: UserId): void {
    letGo(owner, place);
    this.draft = null;
    this.waiting = null;
  }

  /** The page is going: what was typed is kept for its owner, and not shown. */
  leave(): void {
    this.draft = null;
    this.waiting = null;
  }

  /** Open files hear of contacts that were entered in them; `view` where the core said how the file stands now. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something about these files is not as an open page shows it: it asks anew. */
  changed(caseIds: readonly RecordId[]): void {
    for (const listener of this.#listeners) for (const id of caseIds) listener(id, null);
  }

  entered(caseIds: readonly RecordId[], view: CaseView): void {
    for (const listener of this.#listeners) for (const id of caseIds) listener(id, view.row.id === id ? view : null);
  }
}

export const contacts = new Contacts();
