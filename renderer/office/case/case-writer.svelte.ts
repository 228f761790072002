/**
 * [Note: saving] Typing becomes a draft at once, a draft becomes an act in the queue when the typing pauses, and only the core's
 * answer makes it "Gespeichert". Drafts are shown before the view's values, field by field, so an answer that comes back never
 * writes over what is being typed.
 */
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { IntentId } from '../../../shared/domain/ids.ts';
import type { CaseView } from '../../../shared/rpc/views.ts';
import { sameAnswer } from './answer-text.ts';
import { draftKey, type Draft, type Drafts } from './drafts.svelte.ts';
import { nextBase } from './next-base.ts';
import { rebaseText } from './rebase-text.ts';
import { SaveQueue } from './save-queue.ts';

/** Why an act did not reach the store. `field`: this answer is refused; `outer`: nothing can be saved just now. */
export interface SaveProblem {
  readonly scope: 'field' | 'outer';
  readonly locked: boolean;
  readonly text: string;
}

export interface WriterPort {
  /** Sends one answer; `isText` goes through the shared text. */
  send(draft: Draft, isText: boolean): Promise<CaseView>;
  explain(error: unknown): SaveProblem;
  isText(field: string): boolean;
  view(): CaseView;
  show(view: CaseView): void;
}

export type SaveState =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'failed'; readonly problem: SaveProblem };

export class CaseWriter {
  readonly drafts: Drafts;
  readonly #port: WriterPort;
  readonly #now: () => Date;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #queue: SaveQueue;
  #focused: string | null = null;
  #acts = 0;
  #savedAt = $state.raw<Date | null>(null);
  #problem = $state.raw<SaveProblem | null>(null);
  #busy = $state(false);

  constructor(drafts: Drafts, port: WriterPort, now: () => Date) {
    this.drafts = drafts;
    this.#port = port;
    this.#now = now;
    this.#queue = new SaveQueue(() => this.#look());
  }

  get saveState(): SaveState {
    if (this.#problem !== null) return { state: 'failed', problem: this.#problem };
    if (this.#busy) return { state: 'saving' };
    return this.#savedAt === null ? { state: 'idle' } : { state: 'saved', at: this.#savedAt };
  }

  /** Words that are not known to be saved. */
  get unsaved(): readonly Draft[] {
    return [...this.drafts.values()].filter((draft) => !draft.saved);
  }

  /** `pauseMs` null saves at once. */
  typed(entry: string, field: string, value: AnswerValue, pauseMs: number | null): void {
    const key = draftKey(entry, field);
    const draft = this.drafts.get(key);
    const base = draft?.base ?? this.#base(entry, field);
    this.drafts.set(key, { entry, field, value, base, revision: (draft?.revision ?? 0) + 1, saved: false, problem: null });
    clearTimeout(this.#timers.get(key));
    if (pauseMs === null) this.#submit(key);
    else this.#timers.set(key, setTimeout(() => this.#submit(key), pauseMs));
    this.#look();
  }

  focus(entry: string, field: string): void {
    this.#focused = draftKey(entry, field);
  }

  /** The field is left: what was typed goes out now, and the view's own value may show again. */
  leave(entry: string, field: string): void {
    const key = draftKey(entry, field);
    if (this.#focused === key) this.#focused = null;
    if (this.drafts.get(key)?.saved === true) this.drafts.delete(key);
    if (this.#timers.has(key)) this.#submit(key);
  }

  /** Runs an act that is not an answer, in its turn. null when it was not done; the reason stands in the save state. */
  act<T>(run: () => Promise<{ readonly view: CaseView; readonly result: T }>): Promise<T | null> {
    this.#commitAll();
    this.#acts += 1;
    const key = `act ${this.#acts}`;
    return new Promise((resolve) => {
      const task = async (): Promise<'done' | 'stop'> => {
        try {
          const { view, result } = await run();
          this.#saved(view);
          resolve(result);
        } catch (error) {
          // Not repeated by itself: adding twice would be worse than asking again.
          this.#problem = this.#port.explain(error);
          resolve(null);
          if (this.#problem.scope === 'outer') return 'stop';
        }
        return 'done';
      };
      let ran = false;
      this.#queue.add({
        key,
        run: () => {
          if (ran) return Promise.resolve('done');
          ran = true;
          return task();
        },
        dropped: () => resolve(null),
      });
    });
  }

  /** Sends everything typed; ends when it is saved or cannot be saved now. */
  async flush(): Promise<void> {
    this.#commitAll();
    await this.#queue.settled();
  }

  /** Sends again what could not be saved. */
  retry(): void {
    this.#problem = null;
    for (const [key, draft] of this.drafts) if (!draft.saved) this.#submit(key);
    this.#queue.retry();
  }

  /** Gives up what was typed and refused in one field. */
  discard(entry: string, field: string): void {
    const key = draftKey(entry, field);
    this.#queue.drop(key);
    this.drafts.delete(key);
    if (this.#problem?.scope === 'field' && !this.unsaved.some((draft) => draft.problem !== null)) this.#problem = null;
  }

  #base(entry: string, field: string): readonly IntentId[] {
    const view = this.#port.view();
    return (this.#port.isText(field) ? view.texts[entry]?.[field]?.base : undefined) ?? view.answers[entry]?.[field]?.base ?? [];
  }

  #commitAll(): void {
    for (const key of this.#timers.keys()) this.#submit(key);
  }

  #submit(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#queue.add({ key, run: () => this.#save(key) });
  }

  async #save(key: string): Promise<'done' | 'stop'> {
    const sent = this.drafts.get(key);
    if (sent === undefined || sent.saved) return 'done';
    const isText = this.#port.isText(sent.field) && typeof sent.value === 'string';
    try {
      const before = this.#port.view();
      const view = await this.#port.send(sent, isText);
      this.#settleDraft(key, sent, before, view, isText);
      this.#saved(view);
      return 'done';
    } catch (error) {
      const problem = this.#port.explain(error);
      this.#problem = problem;
      if (problem.scope === 'outer') return 'stop';
      const draft = this.drafts.get(key);
      if (draft !== undefined) this.drafts.set(key, { ...draft, problem: problem.text });
      return 'done';
    }
  }

  #settleDraft(key: string, sent: Draft, before: CaseView, view: CaseView, isText: boolean): void {
    const draft = this.drafts.get(key);
    if (draft === undefined) return;
    const { entry, field } = sent;
    const untouched = draft.revision === sent.revision;
    if (isText) {
      const { text, base } = view.texts[entry]?.[field] ?? { text: '', base: [] };
      const value = rebaseText(String(sent.value), String(draft.value), text);
      if (untouched && this.#focused !== key) this.drafts.delete(key);
      else this.drafts.set(key, { ...draft, value, base, saved: untouched });
      return;
    }
    const after = view.answers[entry]?.[field]?.heads ?? [];
    const base = nextBase(before.answers[entry]?.[field]?.heads ?? [], after, sent.base, sent.value);
    const shown = after.length === 1 && after[0] !== undefined && sameAnswer(after[0].value, draft.value);
    if (untouched && (this.#focused !== key || shown)) this.drafts.delete(key);
    else this.drafts.set(key, { ...draft, base, saved: untouched });
  }

  #saved(view: CaseView): void {
    this.#port.show(view);
    this.#savedAt = this.#now();
    if (this.#problem?.scope !== 'field' || !this.unsaved.some((draft) => draft.problem !== null)) this.#problem = null;
  }

  #look(): void {
    this.#busy = this.#timers.size > 0 || this.#queue.busy;
  }
}
