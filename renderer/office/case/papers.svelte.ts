/** Printing the plan, its kept versions, and the case as a file. */
import type { KeptDocumentView } from '../../../shared/rpc/case.views.ts';
import { announce } from '../../ui/toast.svelte.ts';
import type { PaperRecipient } from './acts/case-ask.ts';
import type { CaseFile } from './case-file.svelte.ts';
import { dropBlob, holdBlob } from '../held-blobs.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';

export interface Paper {
  readonly pdf: Blob;
  /** `blob:` address of the PDF, valid while the dialog is open. */
  readonly url: string;
  readonly fileName: string;
  readonly version: number;
  /** Of a version that was kept: asked for again before it leaves the screen, see {@link Papers.toLeave}. */
  readonly attachment?: KeptDocumentView['attachment'];
  /** Characters no font of ours covers; shown as a mark on the paper. */
  readonly replaced: readonly string[];
}

export class Papers {
  readonly file: CaseFile;
  readonly #saved: SavedFiles;
  /** The dialog is open: making a paper, showing one, or the list of versions. */
  open = $state(false);
  printing = $state(false);
  paper: Paper | null = $state.raw(null);
  problem = $state<string | null>(null);

  constructor(file: CaseFile, saved: SavedFiles) {
    this.file = file;
    this.#saved = saved;
  }

  /** Oldest version first in the core, newest first for people. */
  get versions(): readonly KeptDocumentView[] {
    return this.file.view.documents.toReversed();
  }

  /** Asks for whom, then makes the paper. */
  print(): void {
    this.file.asking = { kind: 'recipient', paper: 'plan', then: (recipient) => void this.#print(recipient) };
  }

  async #print(recipient: PaperRecipient): Promise<void> {
    await this.#make(async () => {
      await this.file.writer.flush();
      const { saveState } = this.file.writer;
      if (saveState.state === 'failed') throw new NotSaved(saveState.problem.text);
      const { client, caseId } = this.file;
      const { pdf, fileName, version, replacedCharacters } = await client.plan.print({ caseId, language: 'de', recipient });
      // The list of versions is part of the case.
      this.file.view = await client.cases.open({ caseId });
      return { pdf, fileName, version, replaced: replacedCharacters };
    });
  }

  async showKept(kept: KeptDocumentView): Promise<void> {
    await this.#make(async () => {
      const { client, caseId } = this.file;
      const { pdf, fileName } = await client.plan.kept({ caseId, attachment: kept.attachment });
      return { pdf, fileName, version: kept.version, attachment: kept.attachment, replaced: [] };
    });
  }

  showVersions(): void {
    this.problem = null;
    this.open = true;
  }

  readonly close = (): void => {
    this.open = false;
    this.#forget();
  };

  save(): Promise<void> {
    return this.toLeave(({ pdf, fileName }) => this.#saved.savePaperAndTell(pdf, fileName, { personal: true }));
  }

  /** Prints or saves. What was only looked at until now is asked for again: the log says so, and a consent taken back meanwhile ends it. */
  async toLeave(act: (paper: Paper) => unknown): Promise<void> {
    const { paper, file } = this;
    if (paper === null) return;
    try {
      if (paper.attachment !== undefined) await file.client.plan.kept({ caseId: file.caseId, attachment: paper.attachment, purpose: 'print' });
      await act(paper);
    } catch (error) {
      announce(await this.#explain(error), 'danger');
    }
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
    this.#forget();
    this.problem = null;
    this.printing = true;
    this.open = true;
    try {
      const made = await run();
      this.paper = { ...made, url: holdBlob(made.pdf) };
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

  #forget(): void {
    if (this.paper !== null) dropBlob(this.paper.url);
    this.paper = null;
  }
}

/** A paper must say what is stored, so nothing is printed while words are unsaved. */
class NotSaved extends Error {}
