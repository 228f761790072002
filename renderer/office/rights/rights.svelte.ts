/** The rights of one file as a window shows them: they stand there also while its content is closed. */
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { ActId, EntryId, RecordId } from '../../../shared/domain/ids.ts';
import type { NoticeView, RequestView, RightsView, WhoLookedView } from '../../../shared/rpc/rights.views.ts';
import type { SessionView } from '../../../shared/rpc/session.views.ts';
import { announce } from '../../ui/toast.svelte.ts';
import { newActId } from '../case/act-id.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { explainSave } from '../case/explain.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';

export type RightsAsk =
  | { readonly kind: 'enter' | 'restrict' | 'lift' | 'looked' | 'erase' | 'copy' }
  | { readonly kind: 'decide' | 'extend' | 'answered'; readonly request: RequestView }
  | { readonly kind: 'notice'; readonly notice: NoticeView };

interface RightsOf {
  readonly client: Pick<OfficeClient, 'rights' | 'deletions'>;
  readonly caseId: RecordId;
  readonly catalogue: LoadedCatalogue;
  readonly session: Extract<SessionView, { phase: 'open' }>;
  /** What is typed elsewhere in the file goes out before. */
  readonly before?: () => Promise<void>;
  /** Where a copy can be made: the file is open. */
  readonly copies?: true;
  /** Something changed in the file. */
  readonly changed: () => Promise<void>;
}

/** Requests whose answer is a copy, and decisions that give something. */
const copied: readonly string[] = ['access_copy', 'portability'];
const granted: readonly string[] = ['granted', 'partly'];

export class Rights {
  readonly #of: RightsOf;
  view: RightsView | null = $state.raw(null);
  looked: WhoLookedView | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  asking: RightsAsk | null = $state.raw(null);
  /** An act nobody knows the end of is tried under its own name again, so that it is done once. */
  #open: { readonly asked: string; readonly act: ActId } | null = null;
  #next: RightsAsk | null = null;

  constructor(of: RightsOf) {
    this.#of = of;
  }

  get client(): Pick<OfficeClient, 'rights' | 'deletions'> {
    return this.#of.client;
  }

  get caseId(): RecordId {
    return this.#of.caseId;
  }

  get session(): RightsOf['session'] {
    return this.#of.session;
  }

  get today(): IsoDay {
    return this.#of.session.today;
  }

  /** Choices of a code list that are still offered. */
  options(list: string): { readonly value: string; readonly label: string }[] {
    return this.#of.catalogue.codes(list).filter(({ retired }) => retired !== true).map(({ code, label }) => ({ value: code, label }));
  }

  async load(): Promise<void> {
    this.problem = null;
    try {
      this.view = await this.client.rights.ofCase({ caseId: this.caseId });
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** Null: done. Else why it was not. */
  async act(asked: string, done: string, run: (act: ActId) => Promise<RightsView>): Promise<string | null> {
    const act = this.#open?.asked === asked ? this.#open.act : newActId();
    this.#open = { asked, act };
    try {
      await this.#of.before?.();
      this.view = await run(act);
      this.#open = null;
    } catch (error) {
      return explainSave(error).text;
    }
    announce(done, 'good');
    await this.#of.changed();
    return null;
  }

  /** Asks what a decision wants done at once, if anything: nobody has to remember it. */
  follow(entry: EntryId): void {
    const request = this.view?.requests.find((one) => one.entry === entry);
    this.#next = request === undefined ? null : this.actOf(request);
  }

  /** null: nothing, or it is done elsewhere first. */
  actOf(request: RequestView): RightsAsk | null {
    const { kind, open, decisionCode, owed } = request;
    if (owed?.act === 'erase') return { kind: 'erase' };
    if (owed?.act === 'restrict') return { kind: 'restrict' };
    if (owed !== null) return { kind: 'decide', request };
    const isCopy = copied.includes(kind) && open && granted.includes(decisionCode ?? '');
    return isCopy && this.#of.copies === true && !request.byParents ? { kind: 'copy' } : null;
  }

  /** The dialog is gone; the next one may be there already. */
  ended(): void {
    this.asking = this.#next;
    this.#next = null;
  }

  /** By role and time; with names only where the head says why. */
  async look(names: string | null): Promise<string | null> {
    try {
      this.looked = await this.client.rights.whoLooked({ caseId: this.caseId, names });
      return null;
    } catch (error) {
      return explainSave(error).text;
    }
  }
}

/** Of a file that is open. */
export function rightsOf(file: CaseFile): Rights {
  const { client, caseId, session, catalogue, writer } = file;
  return new Rights({ client, caseId, session, catalogue, copies: true, before: () => writer.flush(), changed: () => file.reload() });
}
