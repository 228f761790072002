/** A disclosure while it is being written down: who gets what, on which basis. */
import { germanDay, IsoDay } from '../../../../shared/domain/day.ts';
import type { EntryId } from '../../../../shared/domain/ids.ts';
import type { EntryView } from '../../../../shared/rpc/views.ts';
import type { Option } from '../../../ui/field.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import { disclosure, institutionGroup, release } from '../case-ids.ts';
import { enter } from './case-acts.ts';
import { DayInput } from './day-input.svelte.ts';

/** The recipient stands in no list. */
const another = 'another';
/** She was there and agreed: the release is written down with the disclosure. */
const orally = 'orally';

/** One sentence to each basis: what it asks for. Codes of `disclosure_basis`. */
const sentences: Readonly<Record<string, string>> = {
  release: 'Der junge Mensch hat für genau diese Stelle zugestimmt, schriftlich oder mündlich.',
  child_protection_law:
    'Eine Gefährdung lässt sich anders nicht abwenden. Dann geht es ohne Zustimmung; vorher davon erfahren soll der junge Mensch, solange das den Schutz nicht gefährdet.',
  emergency: 'Eine gegenwärtige Gefahr für Leben, Leib oder Freiheit ist nicht anders abzuwenden.',
  court_order: 'Ein Gericht hat es angeordnet. Weitergegeben wird nur, was die Anordnung nennt.',
  anonymous_consultation: 'Die Stelle erfährt keinen Namen und nichts, an dem sich die Person erkennen lässt.',
};

export class DisclosureInput {
  readonly file: CaseFile;
  recipient = $state<string | null>(null);
  name = $state('');
  content = $state('');
  basis = $state<string | null>(null);
  /** A release there is, or {@link orally}. */
  release = $state<string | null>(null);
  told = $state<string | null>(null);
  means: string | null = $state(null);
  readonly day: DayInput;
  #asked = $state(false);
  /** Written down before a disclosure that was refused: the next try names it. */
  #oral: EntryId | null = null;

  constructor(file: CaseFile, means: string | null = null) {
    this.file = file;
    this.means = means;
    this.day = new DayInput(file.session.today);
    if (this.recipients.length === 1) this.recipient = another;
  }

  get recipients(): readonly Option[] {
    const known = this.file.entries(institutionGroup, '').map((entry) => ({ value: entry.id, label: this.file.entryName(entry) }));
    return [...known, { value: another, label: known.length === 0 ? 'Name eintragen' : 'eine andere Stelle' }];
  }

  get isAnother(): boolean {
    return this.recipient === another;
  }

  get bases(): readonly Option[] {
    return this.#options(disclosure.basis).map((option) => ({ ...option, hint: sentences[option.value] }));
  }

  get toldOptions(): readonly Option[] {
    return this.#options(disclosure.toldBefore);
  }

  get meansOptions(): readonly Option[] {
    return this.#options(disclosure.means);
  }

  /** Where nobody asked the young person for consent, the file says whether she knew. */
  get asksTold(): boolean {
    return this.basis !== null && this.basis !== 'release' && this.basis !== 'anonymous_consultation';
  }

  /** Releases that hold today, for the recipient chosen; behind them the way to an oral one. */
  get releases(): readonly Option[] {
    return [
      ...this.#holding.map((entry) => ({ value: entry.id, label: this.file.entryName(entry), hint: this.#since(entry) })),
      { value: orally, label: 'mündlich: war dabei und einverstanden', hint: 'Lotse hält die Entbindung gleich mit fest.' },
    ];
  }

  get errors(): { readonly recipient?: string; readonly name?: string; readonly content?: string; readonly basis?: string; readonly release?: string } {
    if (!this.#asked) return {};
    return {
      ...(this.recipient === null && { recipient: 'Bitte auswählen, wer es erhält.' }),
      ...(this.isAnother && this.name.trim() === '' && { name: 'Bitte die Stelle oder Person nennen.' }),
      ...(this.content.trim() === '' && { content: 'Bitte festhalten, was weitergegeben wird.' }),
      ...(this.basis === null && { basis: 'Bitte die Grundlage wählen.' }),
      ...(this.basis === 'release' && this.release === null && { release: 'Bitte die Entbindung wählen, auf die es sich stützt.' }),
    };
  }

  /** Writes it down. The entry, or why not: '' where the fields say what is missing. */
  async keep(): Promise<{ readonly entry: EntryId } | { readonly why: string }> {
    this.#asked = true;
    const day = this.day.read();
    if (day === null || Object.keys(this.errors).length > 0) return { why: '' };
    const to = this.isAnother ? { name: this.name.trim(), entry: null } : { name: '', entry: this.recipient };
    const basedOn = this.basis === 'release' ? await this.#releaseOf(to, day) : '';
    if (basedOn === null) return { why: this.file.whyNot };
    const entry = await enter(this.file, disclosure.group, '', {
      [disclosure.date]: day,
      [disclosure.recipient]: to.entry,
      [disclosure.recipientName]: to.name,
      [disclosure.content]: this.content.trim(),
      [disclosure.basis]: this.basis,
      [disclosure.release]: basedOn,
      [disclosure.toldBefore]: this.asksTold ? this.told : null,
      [disclosure.means]: this.means,
    });
    return entry === null ? { why: this.file.whyNot } : { entry };
  }

  async #releaseOf(to: { readonly name: string; readonly entry: string | null }, day: IsoDay): Promise<string | null> {
    if (this.release !== orally) return this.release;
    this.#oral ??= await enter(this.file, release.group, '', {
      [release.recipient]: to.entry,
      [release.recipientName]: to.name,
      [release.scope]: this.content.trim(),
      [release.form]: 'oral',
      [release.date]: day,
    });
    return this.#oral;
  }

  get #holding(): readonly EntryView[] {
    const { file } = this;
    const { today } = file.session;
    return file.entries(release.group, '').filter(({ id }) => {
      const until = file.stored(id, release.validUntil);
      const to = file.stored(id, release.recipient);
      const fits = this.recipient === null || this.isAnother ? to === null || this.recipient === null : to === this.recipient;
      return fits && file.stored(id, release.withdrawnOn) === null && (typeof until !== 'string' || until >= today);
    });
  }

  #since({ id }: EntryView): string | undefined {
    const day = IsoDay.safeParse(this.file.stored(id, release.date));
    return day.success ? `vom ${germanDay(day.data)}` : undefined;
  }

  #options(field: string): readonly Option[] {
    const { catalogue } = this.file;
    return catalogue
      .codes(catalogue.field(field)?.codeList ?? '')
      .filter(({ retired }) => retired !== true)
      .map(({ code, label }) => ({ value: code, label }));
  }
}
