/** The papers of the plan: which one, in which language, made, looked at, printed, handed over; their kept versions; and the case as a file. */
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { languageCodes, type LanguageCode } from '../../../shared/languages/types.ts';
import type { KeptDocumentView } from '../../../shared/rpc/case.views.ts';
import type { PlanLanguages, PlanPaperKind } from '../../../shared/rpc/plan.contract.ts';
import { announce } from '../../ui/toast.svelte.ts';
import type { PaperRecipient } from './acts/case-ask.ts';
import type { CaseFile } from './case-file.svelte.ts';
import { dropBlob, holdBlob } from '../held-blobs.ts';
import { paperCautions } from './paper-cautions.ts';
import { isLanguageCode } from '../plan/second-language.ts';
import { problemOf } from '../problem.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';

export interface Paper {
  readonly kind: PlanPaperKind;
  readonly language: LanguageCode;
  readonly pdf: Blob;
  /** `blob:` address of the PDF, valid while the dialog is open. */
  readonly url: string;
  readonly fileName: string;
  /** null: only looked at until now, and kept nowhere. */
  readonly version: number | null;
  readonly attachment: AttachmentId | null;
  readonly recipient: PaperRecipient;
  /** Of the plan as it stands. `content`: what was looked at. null: a version out of the list, see {@link Papers.toLeave}. */
  readonly wish: { readonly content: string } | null;
  /** Characters no font of ours covers; shown as a mark on the paper. */
  readonly replaced: readonly string[];
}

export type Outcome = 'handed_over' | 'declined';

export class Papers {
  readonly file: CaseFile;
  readonly #saved: SavedFiles;
  /** `choice`: which paper, in which language. `paper`: it is made, or there. `versions`: those that were kept. null: closed. */
  step: 'choice' | 'paper' | 'versions' | null = $state(null);
  kind: PlanPaperKind = $state('wall');
  /** null until they are known. */
  languages: PlanLanguages | null = $state.raw(null);
  /** null: the preset. */
  #chosen: LanguageCode | null = $state(null);
  printing = $state(false);
  /** On its way out: kept, and then printed or saved. */
  leaving = $state(false);
  paper: Paper | null = $state.raw(null);
  problem = $state<string | null>(null);
  /** What became of the paper in front; null: nobody said yet. */
  outcome: Outcome | null = $state(null);
  #asked: Promise<void> = Promise.resolve();

  constructor(file: CaseFile, saved: SavedFiles) {
    this.file = file;
    this.#saved = saved;
  }

  readonly language: LanguageCode = $derived.by(() => this.#chosen ?? this.languages?.preset ?? 'de');

  /** Newest first; of one version the wall sheet, then the agreement, in the order of the languages. */
  get versions(): readonly KeptDocumentView[] {
    const language = ({ language: code }: KeptDocumentView): number => (languageCodes as readonly string[]).indexOf(code);
    return this.file.view.documents.toSorted((a, b) => b.version - a.version || (a.paper === b.paper ? language(a) - language(b) : a.paper === 'wall' ? -1 : 1));
  }

  /** What decides how a paper may reach her: in sight before any of them is made. */
  get cautions(): readonly string[] {
    return paperCautions(this.file.view);
  }

  /** The wall sheet stands first: it is what hangs beside her bed. */
  print(): void {
    this.kind = 'wall';
    this.#chosen = null;
    this.#turn('choice');
    this.#asked = this.#loadLanguages();
  }

  speak(code: LanguageCode): void {
    this.#chosen = code;
  }

  /** Makes the paper that is chosen, for herself. */
  async make(): Promise<void> {
    await this.#asked;
    if (this.problem === null) await this.#preview({ kind: 'young_person' });
  }

  /** Somebody else gets it: first what it rests on, then the paper. */
  makeForOthers(): void {
    this.close();
    this.file.asking = { kind: 'recipient', paper: 'plan', then: (recipient) => void this.#preview(recipient) };
  }

  async #loadLanguages(): Promise<void> {
    const { client, caseId, writer } = this.file;
    try {
      await writer.flush();
      this.languages = await client.plan.languages({ caseId });
    } catch (error) {
      this.problem = await this.#explain(error);
    }
  }

  /** Somebody else gets it: the disclosure says so, and nothing is handed to her. */
  get forOthers(): boolean {
    return this.paper?.recipient.kind === 'third_party';
  }

  async #preview(recipient: PaperRecipient): Promise<void> {
    const { kind, language } = this;
    await this.#make(async () => {
      await this.file.writer.flush();
      const { saveState } = this.file.writer;
      if (saveState.state === 'failed') throw new NotSaved(saveState.problem.text);
      const { client, caseId } = this.file;
      const { pdf, fileName, version, content, replacedCharacters } = await client.plan.preview({ caseId, paper: kind, language, recipient });
      return { kind, language, pdf, fileName, version, attachment: null, recipient, wish: { content }, replaced: replacedCharacters };
    });
  }

  async showKept({ attachment, version, paper: kind, language }: KeptDocumentView, recipient: PaperRecipient = { kind: 'young_person' }): Promise<void> {
    await this.#make(async () => {
      const { client, caseId } = this.file;
      const { pdf, fileName, replacedCharacters } = await client.plan.kept({ caseId, attachment, recipient });
      return { kind, language: isLanguageCode(language) ? language : 'de', pdf, fileName, version, attachment, recipient, wish: null, replaced: replacedCharacters };
    });
  }

  /** Somebody else gets the version in front: first what it rests on, then the paper again. */
  keptForOthers(): void {
    const shown = this.versions.find(({ attachment }) => attachment === this.paper?.attachment);
    if (shown === undefined) return;
    this.close();
    this.file.asking = { kind: 'recipient', paper: 'plan', then: (recipient) => void this.showKept(shown, recipient) };
  }

  showVersions(): void {
    this.#turn('versions');
  }

  readonly close = (): void => {
    this.#turn(null);
  };

  save(): Promise<void> {
    return this.toLeave(({ pdf, fileName }) => this.#saved.savePaperAndTell(pdf, fileName, { personal: true }));
  }

  /** Prints or saves, once {@link #left} let it go. */
  async toLeave(act: (paper: Paper) => unknown): Promise<void> {
    const paper = await this.#left();
    if (paper === null) return;
    try {
      await act(paper);
    } catch (error) {
      announce(await this.#explain(error), 'danger');
    }
  }

  /**
   * What is in front, as it may leave. A preview becomes a version only now; one out of the list is asked for again: the log says so, and a consent taken back
   * meanwhile ends it. null: refused, and said why.
   */
  async #left(): Promise<Paper | null> {
    const { paper, file } = this;
    if (paper === null || this.leaving) return null;
    this.leaving = true;
    try {
      if (paper.wish !== null) return await this.#keep(paper, paper.wish);
      if (paper.attachment !== null) await file.client.plan.kept({ caseId: file.caseId, attachment: paper.attachment, purpose: 'print', recipient: paper.recipient });
      return paper;
    } catch (error) {
      announce(await this.#explain(error), 'danger');
      if (paper.wish !== null && this.paper === paper && problemOf(error).code === 'PLAN_OTHER_THAN_SHOWN') await this.#preview(paper.recipient);
      return null;
    } finally {
      this.leaving = false;
    }
  }

  /** null where nobody looks at it any more: then nothing is printed or saved. */
  async #keep(paper: Paper, { content }: NonNullable<Paper['wish']>): Promise<Paper | null> {
    const { client, caseId } = this.file;
    const { kind, language, recipient } = paper;
    const { pdf, fileName, version, attachment } = await client.plan.print({ caseId, paper: kind, language, recipient, shown: content });
    // The list of versions is part of the case.
    this.file.view = await client.cases.open({ caseId });
    if (this.paper !== paper) return null;
    // The bytes that were kept were shown already.
    if (paper.version === version) this.paper = { ...paper, attachment };
    else {
      dropBlob(paper.url);
      this.paper = { ...paper, pdf, fileName, version, attachment, url: holdBlob(pdf) };
    }
    return this.paper;
  }

  /** She has it in her hands, or did not want it: both are right. Of a paper that was only looked at it is now a version. */
  async handedOver(outcome: Outcome): Promise<void> {
    const { file } = this;
    const paper = this.paper?.attachment === null ? await this.#left() : this.paper;
    const attachment = paper?.attachment ?? null;
    if (attachment === null) return;
    const done = await file.act(`hand over ${attachment} ${outcome}`, (act) => file.client.plan.handedOver({ caseId: file.caseId, act, attachment, outcome }));
    if (!done) announce(file.whyNot, 'danger');
    else if (this.paper === paper) this.outcome = outcome;
  }

  /** Asks for whom, then makes the copy. */
  exportFile(): void {
    this.file.asking = { kind: 'recipient', paper: 'copy', then: (recipient) => void this.#export(recipient) };
  }

  /** Everything held about the case as JSON, named by the case number only. */
  async #export(recipient: PaperRecipient): Promise<void> {
    const { client, caseId, writer, view } = this.file;
    try {
      await writer.flush();
      await this.#saved.savePaperAndTell(await client.cases.export({ caseId, recipient }), `Akte ${view.row.number.replace(/[^A-Za-z0-9-]/g, '-')}.json`, { personal: true });
    } catch (error) {
      const { text, advice } = await this.file.refusal(error);
      announce(`${text} ${advice}`, 'danger');
    }
  }

  async #make(run: () => Promise<Omit<Paper, 'url'>>): Promise<void> {
    if (this.printing) return;
    this.#turn('paper');
    this.printing = true;
    try {
      const made = await run();
      // Closed while it was made: nobody waits for it any more.
      if (this.step === 'paper') this.paper = { ...made, url: holdBlob(made.pdf) };
    } catch (error) {
      this.problem = error instanceof NotSaved ? error.message : await this.#explain(error);
    } finally {
      this.printing = false;
    }
  }

  /** A plan that was refused for want of a consent: the file says by now why there is none. */
  async #explain(error: unknown): Promise<string> {
    const { code, text, advice } = await this.file.refusal(error);
    return (code === 'CONSENT_MISSING' ? this.file.whyNoPlan : undefined) ?? `${text} ${advice}`;
  }

  #turn(step: typeof this.step): void {
    if (this.paper !== null) dropBlob(this.paper.url);
    this.paper = null;
    this.problem = null;
    this.outcome = null;
    this.step = step;
  }
}

/** A paper must say what is stored, so nothing is printed while words are unsaved. */
class NotSaved extends Error {}
