/** The copy of everything held: what is decided field by field before it leaves, and what came of it. */
import type { CopyPreview, CopyQuestion, CopyView } from '../../../shared/rpc/rights.views.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';
import type { Rights } from './rights.svelte.ts';

/** The core asks for as much. */
const shortestReason = 3;

/** One thing that is decided. Without a decision others' data stay, texts and files go along. */
export class Decision {
  readonly question: CopyQuestion;
  /** Decided against what happens by itself. */
  other = $state(false);
  reason = $state('');

  constructor(question: CopyQuestion) {
    this.question = question;
  }

  get lacksReason(): boolean {
    return this.other && this.reason.trim().length < shortestReason;
  }
}

export class CopyMaking {
  readonly #rights: Rights;
  readonly #saved: SavedFiles;
  preview: CopyPreview | null = $state.raw(null);
  decisions: readonly Decision[] = $state.raw([]);
  textsRead = $state(false);
  protection = $state('');
  made: CopyView | null = $state.raw(null);
  working = $state(false);
  problem: Problem | null = $state.raw(null);
  /** Somebody asked for the copy and something was missing. */
  asked = $state(false);

  constructor(rights: Rights, saved: SavedFiles) {
    this.#rights = rights;
    this.#saved = saved;
  }

  of(why: CopyQuestion['why']): readonly Decision[] {
    return this.decisions.filter(({ question }) => question.why === why);
  }

  /** Begun and too short to be a reason. */
  get lacksProtection(): boolean {
    const { length } = this.protection.trim();
    return length > 0 && length < shortestReason;
  }

  get asksReading(): boolean {
    return this.decisions.some(({ question }) => question.why !== 'others');
  }

  load(): Promise<void> {
    return this.#work(async () => {
      const { client, caseId } = this.#rights;
      this.preview = await client.rights.copyPreview({ caseId });
      this.decisions = this.preview.questions.map((question) => new Decision(question));
    });
  }

  /** False: something is still to be said. */
  async make(): Promise<boolean> {
    this.asked = true;
    if (this.decisions.some((one) => one.lacksReason) || this.lacksProtection || (this.asksReading && !this.textsRead)) return false;
    await this.#work(async () => {
      const { client, caseId } = this.#rights;
      const decisions = this.decisions
        .filter(({ other }) => other)
        .map(({ question: { entry, field, why }, reason }) => ({ entry, field, give: why === 'others', reason: reason.trim() }));
      this.made = await client.rights.copy({ caseId, decisions, textsRead: this.textsRead, protection: this.protection.trim() || null, names: null });
    });
    return true;
  }

  save(blob: Blob, extension: string): Promise<void> {
    return this.#saved.savePaperAndTell(blob, `${this.made?.fileName ?? 'kopie'}.${extension}`, { personal: true });
  }

  saveFile({ attachment, name }: CopyView['files'][number]): Promise<void> {
    return this.#work(async () => {
      const { client, caseId } = this.#rights;
      await this.#saved.savePaperAndTell(await client.rights.copiedFile({ caseId, attachment }), name, { personal: true });
    });
  }

  async #work(act: () => Promise<void>): Promise<void> {
    this.working = true;
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.working = false;
    }
  }
}
