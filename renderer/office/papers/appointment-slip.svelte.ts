/** The slip of an appointment in the calendar, on its way to paper. */
import type { LanguageCode } from '../../../shared/languages/types.ts';
import type { AppointmentView } from '../../../shared/rpc/desk.views.ts';
import { dropBlob, holdBlob } from '../held-blobs.ts';
import type { OfficeClient } from '../rpc.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';
import { Working } from '../working.svelte.ts';
import type { FormOnPaper } from './forms.svelte.ts';
import { usableLanguages, type LanguageOption } from './usable-languages.ts';

type Client = Pick<OfficeClient, 'appointments' | 'papers'>;

export class AppointmentSlip extends Working<'languages' | 'make'> {
  readonly #client: Client;
  readonly #saved: SavedFiles;
  readonly #appointment: Pick<AppointmentView, 'record' | 'entry'>;
  language: LanguageCode = $state('de');
  languages: readonly LanguageOption[] = $state.raw([]);
  paper: FormOnPaper | null = $state.raw(null);
  #gone = false;

  constructor(client: Client, saved: SavedFiles, appointment: Pick<AppointmentView, 'record' | 'entry'>) {
    super();
    this.#client = client;
    this.#saved = saved;
    this.#appointment = appointment;
  }

  /** In German at once; the other languages as soon as they are known. */
  async begin(): Promise<void> {
    if (!(await this.#make())) return;
    await this.work('languages', async () => {
      this.languages = usableLanguages(await this.#client.papers.settings());
    });
  }

  async speak(language: LanguageCode): Promise<void> {
    this.language = language;
    await this.#make();
  }

  #make(): Promise<boolean> {
    const { language } = this;
    return this.work('make', async () => {
      const { record, entry } = this.#appointment;
      const { pdf, fileName, replacedCharacters } = await this.#client.appointments.slip({ record, entry, language });
      // Closed meanwhile, or asked for in another language: nobody waits for this one.
      if (this.#gone || language !== this.language) return;
      this.#forget();
      this.paper = { pdf, fileName, replaced: replacedCharacters, url: holdBlob(pdf) };
    });
  }

  async save(): Promise<void> {
    if (this.paper !== null) await this.#saved.savePaperAndTell(this.paper.pdf, this.paper.fileName, { personal: true });
  }

  readonly leave = (): void => {
    this.#gone = true;
    this.#forget();
  };

  #forget(): void {
    if (this.paper !== null) dropBlob(this.paper.url);
    this.paper = null;
  }
}
