/** A disclosure while it is being written down: who gets what, on which basis. */
import { agreedInTalk } from '../../../../shared/cases/disclosure.ts';
import { germanDay, IsoDay } from '../../../../shared/domain/day.ts';
import type { EntryId } from '../../../../shared/domain/ids.ts';
import type { EntryView } from '../../../../shared/rpc/case.views.ts';
import type { Option } from '../../../ui/field.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import { disclosure, institutionGroup, release } from '../case-ids.ts';
import type { DisclosureWords } from './asked-words.svelte.ts';
import { enter } from './case-acts.ts';

/** The recipient stands in no list. */
const another = 'another';
/** She was there and agreed: the release is written down with the disclosure. */
const orally = 'orally';
/** Her word in a contact that is written down already, behind it the contact; its way is the talk itself. */
const inTalk = 'talk:';
const talk = 'talk';

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
  readonly words: DisclosureWords;
  #asked = $state(false);

  constructor(file: CaseFile, words: DisclosureWords) {
    this.file = file;
    this.words = words;
    if (this.recipients.length === 1) words.recipient ??= another;
  }

  get recipients(): readonly Option[] {
    const known = this.file.entries(institutionGroup, '').map((entry) => ({ value: entry.id, label: this.file.entryName(entry) }));
    return [...known, { value: another, label: known.length === 0 ? 'Name eintragen' : 'eine andere Stelle' }];
  }

  get isAnother(): boolean {
    return this.words.recipient === another;
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
    return this.words.basis !== null && this.words.basis !== 'release' && this.words.basis !== 'anonymous_consultation';
  }

  /** Talks in which she agreed, releases that hold for the recipient chosen; behind them the way to an oral one. */
  get releases(): readonly Option[] {
    return [
      ...this.#talks.map((entry) => ({
        value: `${inTalk}${entry.id}`,
        label: `im Gespräch am ${this.#dayOf(entry, 'contact.date')}: war dabei und einverstanden`,
        hint: 'Wenn die Stelle bei diesem Gespräch dabei war. Der Kontakt gilt einmal als Grundlage.',
      })),
      ...this.#holding.map((entry) => ({ value: entry.id, label: this.file.entryName(entry), hint: this.#since(entry) })),
      { value: orally, label: 'mündlich: war dabei und einverstanden', hint: 'Lotse hält die Entbindung gleich mit fest.' },
    ];
  }

  get errors(): { readonly recipient?: string; readonly name?: string; readonly content?: string; readonly basis?: string; readonly release?: string } {
    if (!this.#asked) return {};
    return {
      ...(this.words.recipient === null && { recipient: 'Bitte auswählen, wer es erhält.' }),
      ...(this.isAnother && this.words.name.trim() === '' && { name: 'Bitte die Stelle oder Person nennen.' }),
      ...(this.words.content.trim() === '' && { content: 'Bitte festhalten, was weitergegeben wird.' }),
      ...(this.words.basis === null && { basis: 'Bitte die Grundlage wählen.' }),
      ...(this.words.basis === 'release' && !this.releases.some(({ value }) => value === this.words.release) && { release: 'Bitte die Entbindung wählen, auf die es sich stützt.' }),
    };
  }

  /** Writes it down. The entry, or why not: '' where the fields say what is missing. */
  async keep(): Promise<{ readonly entry: EntryId } | { readonly why: string }> {
    this.#asked = true;
    const day = this.words.day.read();
    if (day === null || Object.keys(this.errors).length > 0) return { why: '' };
    const to = this.isAnother ? { name: this.words.name.trim(), entry: null } : { name: '', entry: this.words.recipient };
    const contact = this.words.basis === 'release' ? this.#talkChosen : null;
    const basedOn = this.words.basis === 'release' && contact === null ? await this.#releaseOf(to, day) : '';
    if (basedOn === null) return { why: this.file.whyNot };
    const entry = await enter(this.file, disclosure.group, '', {
      [disclosure.date]: day,
      [disclosure.recipient]: to.entry,
      [disclosure.recipientName]: to.name,
      [disclosure.content]: this.words.content.trim(),
      [disclosure.basis]: this.words.basis,
      [disclosure.release]: basedOn,
      [disclosure.contact]: contact,
      [disclosure.toldBefore]: this.asksTold ? this.words.told : null,
      [disclosure.means]: contact === null ? this.words.means : talk,
    });
    return entry === null ? { why: this.file.whyNot } : { entry };
  }

  async #releaseOf(to: { readonly name: string; readonly entry: string | null }, day: IsoDay): Promise<string | null> {
    if (this.words.release !== orally) return this.words.release;
    this.words.oral ??= await enter(this.file, release.group, '', {
      [release.recipient]: to.entry,
      [release.recipientName]: to.name,
      [release.scope]: this.words.content.trim(),
      [release.form]: 'oral',
      [release.date]: day,
    });
    return this.words.oral;
  }

  /** Nothing that is written or printed rests on a word said in a talk, and no talk lets two things go. */
  get #talks(): readonly EntryView[] {
    const { file } = this;
    const { day } = this.words.day;
    if (day === null || file.catalogue.field(disclosure.contact) === undefined || (this.words.means !== null && this.words.means !== talk)) return [];
    const used = file.entries(disclosure.group, '').map(({ id }) => file.stored(id, disclosure.contact));
    return file.entries('contact', '').filter(({ id }) => !used.includes(id) && agreedInTalk((field) => file.stored(id, field), day));
  }

  get #talkChosen(): string | null {
    const { release: chosen } = this.words;
    return chosen?.startsWith(inTalk) === true ? chosen.slice(inTalk.length) : null;
  }

  get #holding(): readonly EntryView[] {
    const { file } = this;
    const { today } = file.session;
    return file.entries(release.group, '').filter(({ id }) => {
      const until = file.stored(id, release.validUntil);
      const to = file.stored(id, release.recipient);
      const fits = this.words.recipient === null || this.isAnother ? to === null || this.words.recipient === null : to === this.words.recipient;
      return fits && file.stored(id, release.withdrawnOn) === null && (typeof until !== 'string' || until >= today);
    });
  }

  #since(entry: EntryView): string | undefined {
    const day = this.#dayOf(entry, release.date);
    return day === '' ? undefined : `vom ${day}`;
  }

  #dayOf({ id }: EntryView, field: string): string {
    const day = IsoDay.safeParse(this.file.stored(id, field));
    return day.success ? germanDay(day.data) : '';
  }

  #options(field: string): readonly Option[] {
    const { catalogue } = this.file;
    return catalogue
      .codes(catalogue.field(field)?.codeList ?? '')
      .filter(({ retired }) => retired !== true)
      .map(({ code, label }) => ({ value: code, label }));
  }
}
