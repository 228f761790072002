/** One form or letter on its way to paper: which, blank or filled, looked at, printed or saved. */
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { LanguageCode } from '../../../shared/languages/types.ts';
import type { FormKind } from '../../../shared/papers/forms.ts';
import type { LetterKind } from '../../../shared/papers/letters.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { dropBlob, holdBlob } from '../held-blobs.ts';
import type { OfficeClient } from '../rpc.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';
import { Working } from '../working.svelte.ts';
import { appointmentChoices, formsOfCase, needsConsent, releaseChoices, type FormOfCase } from './form-choices.ts';
import { usableLanguages, type LanguageOption } from './usable-languages.ts';

export interface FormOnPaper {
  readonly pdf: Blob;
  /** `blob:` address, valid while the dialog is open. */
  readonly url: string;
  readonly fileName: string;
  readonly replaced: readonly string[];
}

function isFilled(form: FormKind): form is FormOfCase {
  return formsOfCase.some((one) => one === form);
}

export class Forms extends Working<'languages' | 'make' | 'hand_over'> {
  readonly #client: Pick<OfficeClient, 'papers'>;
  readonly #saved: SavedFiles;
  /** null: blank forms alone. */
  readonly file: CaseFile | null;
  /** Instead of a form: a letter to her, which says what the file says today. */
  readonly letter: LetterKind | null;
  form: FormKind = $state('consent');
  /** What was chosen; see {@link filled}. */
  #wantsFilled = $state(true);
  /** undefined: the first there is. null: with lines for a pen. */
  #entry: EntryId | null | undefined = $state();
  bring = $state('');
  language: LanguageCode = $state('de');
  /** Those this office may use. */
  languages: readonly LanguageOption[] = $state.raw([]);
  paper: FormOnPaper | null = $state.raw(null);
  /** Of the paper that is shown. */
  handedOver = $state(false);

  constructor(client: Pick<OfficeClient, 'papers'>, saved: SavedFiles, file: CaseFile | null, form: FormKind, letter: LetterKind | null = null) {
    super();
    this.#client = client;
    this.#saved = saved;
    this.file = file;
    this.form = form;
    this.letter = letter;
  }

  /** The core fills nothing but these before there is a consent. */
  get mayFill(): boolean {
    return this.file !== null && this.letter === null && isFilled(this.form) && (this.file.view.consentGiven || !needsConsent(this.form));
  }

  get filled(): boolean {
    return this.mayFill && this.#wantsFilled;
  }

  set filled(filled: boolean) {
    this.#wantsFilled = filled;
  }

  readonly choices = $derived.by(() => (this.file === null ? [] : this.form === 'release' ? releaseChoices(this.file) : this.form === 'slip' ? appointmentChoices(this.file) : []));

  get entry(): EntryId | null {
    return this.#entry === undefined ? (this.choices[0]?.value ?? null) : this.#entry;
  }

  set entry(entry: EntryId | null) {
    this.#entry = entry;
  }

  choose(form: FormKind): void {
    this.form = form;
    this.#entry = undefined;
  }

  loadLanguages(): Promise<boolean> {
    return this.work('languages', async () => {
      this.languages = usableLanguages(await this.#client.papers.settings());
    });
  }

  make(): Promise<boolean> {
    return this.work('make', async () => {
      this.#forget();
      const made = await this.#made();
      this.paper = { pdf: made.pdf, fileName: made.fileName, replaced: made.replacedCharacters, url: holdBlob(made.pdf) };
    });
  }

  async #made(): Promise<{ readonly pdf: Blob; readonly fileName: string; readonly replacedCharacters: readonly string[] }> {
    const { file, form, language, letter } = this;
    if (file !== null && letter !== null) {
      await file.writer.flush();
      return this.#client.papers.fill({ caseId: file.caseId, form: letter, entry: null, bring: '', language: 'de' });
    }
    if (file === null || !this.filled || !isFilled(form)) return this.#client.papers.blank({ form, language });
    // A paper says what is stored.
    await file.writer.flush();
    return this.#client.papers.fill({ caseId: file.caseId, form, entry: this.entry, bring: form === 'slip' ? this.bring : '', language });
  }

  async save(): Promise<void> {
    if (this.paper !== null) await this.#saved.savePaperAndTell(this.paper.pdf, this.paper.fileName, { personal: this.filled || this.letter !== null });
  }

  /** She has it: a line in the log of the file. */
  handOver(): Promise<boolean> {
    return this.work('hand_over', async () => {
      const { file, form, letter } = this;
      const given = letter ?? (isFilled(form) ? form : null);
      if (file === null || given === null) return;
      await this.#client.papers.handedOver({ caseId: file.caseId, form: given });
      this.handedOver = true;
    });
  }

  /** Back to the choice. */
  again(): void {
    this.#forget();
    this.problem = null;
  }

  readonly leave = (): void => {
    this.#forget();
  };

  #forget(): void {
    if (this.paper !== null) dropBlob(this.paper.url);
    this.paper = null;
    this.handedOver = false;
  }
}
