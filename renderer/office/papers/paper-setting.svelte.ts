/** How the papers of the office look, as the page „Verwaltung“ sees and changes it. */
import type { OwnWordedForm, PaperSettingsInput } from '../../../shared/papers/forms.ts';
import { notAsTyped } from '../../../shared/papers/replaced.ts';
import type { PaperSettingsView } from '../../../shared/rpc/papers.contract.ts';
import { announce } from '../../ui/toast.svelte.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import { paperTexts as texts } from './texts.ts';

type Part = keyof PaperSettingsInput;

export class PaperSetting extends Working<'load' | 'wording' | Part> {
  readonly #client: Pick<OfficeClient, 'papers'>;
  view: PaperSettingsView | null = $state.raw(null);
  /** `work` never throws. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(client: Pick<OfficeClient, 'papers'>) {
    super();
    this.#client = client;
  }

  load(): Promise<boolean> {
    return this.work('load', async () => {
      this.view = await this.#client.papers.settings();
    });
  }

  /** One part; the others stay as they are stored: one save after the other, each on top of what the one before left. */
  save<Name extends Part>(part: Name, value: PaperSettingsInput[Name]): Promise<boolean> {
    const act = (): Promise<boolean> => this.work(part, async () => {
      if (this.view === null) return;
      this.view = await this.#client.papers.saveSettings({ ...this.view.settings, [part]: value });
      this.#told(texts.saved);
    });
    const turn = this.#turn.then(act);
    this.#turn = turn;
    return turn;
  }

  saveWording(form: OwnWordedForm, text: string): Promise<boolean> {
    return this.work('wording', async () => {
      this.view = await this.#client.papers.saveWording({ form, text });
      this.#told(texts.textSaved(this.inForce(form)?.version ?? ''));
    });
  }

  /** What does not print stays on the screen until somebody has read it. */
  #told(saved: string): void {
    announce(saved, 'good');
    const { characters, isCutShort } = notAsTyped(this.view?.replaced ?? []);
    if (characters.length > 0) announce(texts.replaced(characters.join(' ')), 'danger');
    if (isCutShort) announce(texts.cutShort, 'danger');
  }

  inForce(form: OwnWordedForm): PaperSettingsView['inForce'][number] | undefined {
    return this.view?.inForce.find((one) => one.form === form);
  }

  /** The words that are printed now. */
  textOf(form: OwnWordedForm): string {
    const own = this.view?.wordings.find((one) => one.form === form);
    return own?.text || this.standardOf(form);
  }

  standardOf(form: OwnWordedForm): string {
    return this.view?.standard.find((one) => one.form === form)?.text ?? '';
  }
}
