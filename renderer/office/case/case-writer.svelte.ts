/**
 * [Note: saving] Typing becomes a draft at once, a draft becomes an act in the queue when the typing pauses, and only the core's
 * answer makes it "Gespeichert". Drafts are shown before the view's values, field by field, so an answer that comes back never
 * writes over what is being typed.
 *
 * [Note: lost replies] What went out without an answer may be stored or not. It goes out again unchanged and under its name ([Note: act])
 * until the core answers; only then follows what was typed since, on top of what the answer says is there.
 */
import { SvelteMap } from 'svelte/reactivity';
import { cleanText } from '../../../shared/catalogue/clean-text.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { ActId, IntentId } from '../../../shared/domain/ids.ts';
import type { CaseView } from '../../../shared/rpc/case.views.ts';
import { newActId } from './act-id.ts';
import { sameAnswer } from './answer-text.ts';
import { draftKey, wordsOf, type Draft, type Drafts, type Sent } from './drafts.ts';
import { nextBase } from './next-base.ts';
import { rebaseText } from './rebase-text.ts';
import { SaveQueue } from './save-queue.ts';

/** Why an act did not reach the store. `field`: this answer is refused; `outer`: nothing can be saved just now. */
export interface SaveProblem {
  readonly scope: 'field' | 'outer';
  readonly locked: boolean;
  readonly text: string;
}

/** One answer on its way. */
export type Outgoing = Pick<Draft, 'entry' | 'field'> & Omit<Sent, 'revision'>;

export interface WriterPort {
  /** Sends one answer; `isText` goes through the shared text. */
  send(answer: Outgoing, isText: boolean): Promise<CaseView>;
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

/** How long the queue rests before it tries by itself again, in milliseconds. */
const restMs = 5_000;

export class CaseWriter {
  readonly drafts: Drafts;
  /** Counts up when a field's text changed under the cursor (others' words, typing given up): its control starts anew. */
  readonly restarts = new SvelteMap<string, number>();
  readonly #port: WriterPort;
  readonly #now: () => Date;
  readonly #timers = new SvelteMap<string, ReturnType<typeof setTimeout>>();
  readonly #queue: SaveQueue;
  #again: ReturnType<typeof setTimeout> | undefined;
  #focused: string | null = null;
  #acts = 0;
  /** Names of acts that are no answers and got no reply, by what was asked. */
  readonly #unanswered = new SvelteMap<string, ActId>();
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
    // Words and answers of one field have histories of their own.
    const sameKind = draft !== undefined && this.#isText(field, value) === this.#isText(field, draft.value);
    const base = sameKind ? draft.base : this.#base(entry, field, value);
    const revision = (draft?.revision ?? 0) + 1;
    this.drafts.set(key, { entry, field, value, base, revision, saved: false, problem: null, sent: draft?.sent ?? null });
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

  /**
   * Runs an act that is not an answer, in its turn. null when it was not done; the reason stands in the save state.
   *
   * `asked` says in full what is wanted: asked for again after no reply came, it goes out under the same name.
   */
  act<T>(asked: string, run: (act: ActId) => Promise<{ readonly view: CaseView; readonly result: T }>): Promise<T | null> {
    this.#commitAll();
    this.#acts += 1;
    const key = `act ${this.#acts}`;
    return new Promise((resolve) => {
      const task = async (): Promise<'done' | 'stop'> => {
        const act = this.#unanswered.get(asked) ?? newActId();
        this.#unanswered.set(asked, act);
        try {
          const { view, result } = await run(act);
          this.#saved(view);
          resolve(result);
        } catch (error) {
          // Not repeated by itself: what was wanted then may not be wanted any more.
          const problem = this.#port.explain(error);
          if (problem.scope === 'field') this.#unanswered.delete(asked);
          resolve(null);
          return this.#failed(problem);
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
    clearTimeout(this.#again);
    for (const [key, draft] of this.drafts) if (!draft.saved) this.#submit(key);
    this.#queue.retry();
  }

  /** Sends what is typed and stops. What could not be saved stays among the drafts for whoever opens the case next. */
  async close(): Promise<void> {
    clearTimeout(this.#again);
    await this.flush();
    clearTimeout(this.#again);
    this.#queue.clear();
    for (const [key, draft] of this.drafts) if (draft.saved) this.drafts.delete(key);
  }

  /** Gives up what was typed and refused in one field. */
  discard(entry: string, field: string): void {
    const key = draftKey(entry, field);
    this.#queue.drop(key);
    this.drafts.delete(key);
    this.#restart(key);
    if (this.#problem?.scope === 'field' && !this.unsaved.some((draft) => draft.problem !== null)) this.#problem = null;
  }

  #isText(field: string, value: AnswerValue): boolean {
    return typeof value === 'string' && this.#port.isText(field);
  }

  #base(entry: string, field: string, value: AnswerValue): readonly IntentId[] {
    const { texts, answers } = this.#port.view();
    return (this.#isText(field, value) ? texts : answers)[entry]?.[field]?.base ?? [];
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
    const draft = this.drafts.get(key);
    if (draft === undefined || draft.saved) return 'done';
    const { entry, field, value, base, revision } = draft;
    const sent = draft.sent ?? { act: newActId(), value, base, revision };
    // Sent again, and newer words wait behind it.
    const typedOn = revision > sent.revision;
    this.drafts.set(key, { ...draft, sent });
    const isText = this.#isText(field, sent.value);
    try {
      const before = this.#port.view();
      const view = await this.#port.send({ entry, field, ...sent }, isText);
      this.#settleDraft(key, sent, before, view);
      this.#saved(view);
    } catch (error) {
      const problem = this.#port.explain(error);
      if (problem.scope === 'outer') return this.#failed(problem);
      const now = this.drafts.get(key);
      if (now?.sent?.act === sent.act) this.drafts.set(key, { ...now, problem: typedOn ? null : problem.text, sent: null });
      if (!typedOn) return this.#failed(problem);
    }
    if (typedOn) this.#submit(key);
    return 'done';
  }

  #settleDraft(key: string, sent: Sent, before: CaseView, view: CaseView): void {
    const draft = this.drafts.get(key);
    if (draft?.sent?.act !== sent.act) return;
    const { entry, field } = draft;
    const untouched = draft.revision === sent.revision;
    const answered: Draft = { ...draft, saved: untouched, sent: null };
    const isText = this.#isText(field, sent.value);
    if (isText !== this.#isText(field, draft.value)) {
      // Words and answers of one field have histories of their own.
      this.drafts.set(key, answered);
    } else if (isText) {
      const { text, base } = view.texts[entry]?.[field] ?? { text: '', base: [] };
      // The core tidies line ends and blanks: that is no reason to change what stands under the cursor.
      const stored = cleanText(wordsOf(sent.value));
      const value = text === stored ? draft.value : rebaseText(stored, cleanText(wordsOf(draft.value)), text);
      if (value !== draft.value) this.#restart(key);
      if (untouched && this.#focused !== key) this.drafts.delete(key);
      else this.drafts.set(key, { ...answered, value, base });
    } else {
      const after = view.answers[entry]?.[field]?.heads ?? [];
      const base = nextBase(before.answers[entry]?.[field]?.heads ?? [], after, sent.base, sent.value);
      const shown = after.length === 1 && after[0] !== undefined && sameAnswer(after[0].value, draft.value);
      if (untouched && (this.#focused !== key || shown)) this.drafts.delete(key);
      else this.drafts.set(key, { ...answered, base });
    }
  }

  #failed(problem: SaveProblem): 'done' | 'stop' {
    this.#problem = problem;
    if (problem.scope === 'field') return 'done';
    clearTimeout(this.#again);
    if (!problem.locked) this.#again = setTimeout(() => this.retry(), restMs);
    return 'stop';
  }

  #restart(key: string): void {
    this.restarts.set(key, (this.restarts.get(key) ?? 0) + 1);
  }

  /** The field somebody is in just now. */
  isFocused(entry: string, field: string): boolean {
    return this.#focused === draftKey(entry, field);
  }

  #saved(view: CaseView): void {
    this.#port.show(view);
    // What stands in the case is on show again: the same wish is a new one from here.
    this.#unanswered.clear();
    this.#savedAt = this.#now();
    if (this.#problem?.scope !== 'field' || !this.unsaved.some((draft) => draft.problem !== null)) this.#problem = null;
  }

  #look(): void {
    this.#busy = this.#timers.size > 0 || this.#queue.busy;
  }
}
