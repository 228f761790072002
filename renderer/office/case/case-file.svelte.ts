/** The open case as the window holds it: what the core said last, what is being typed, which section is in front. */
import { SvelteSet } from 'svelte/reactivity';
import { lockUnder } from '../../../shared/cases/consent.ts';
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field, Section } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { ActId, EntryId, RecordId } from '../../../shared/domain/ids.ts';
import type { FormKind } from '../../../shared/papers/forms.ts';
import type { LetterKind } from '../../../shared/papers/letters.ts';
import type { CaseView, EntryView, HeadView, Remark, SuggestionView } from '../../../shared/rpc/case.views.ts';
import type { SessionView } from '../../../shared/rpc/session.views.ts';
import { announce } from '../../ui/toast.svelte.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';
import { answerText, wallClock } from './answer-text.ts';
import type { CaseAsk } from './acts/case-ask.ts';
import { consentField, healthConsentField } from './case-ids.ts';
import { CaseWriter, type SaveProblem, type WriterPort } from './case-writer.svelte.ts';
import { controlKind, savePause } from './control-kind.ts';
import { draftKey, draftsOf, keepSection, lastSection, wordsOf } from './drafts.ts';
import { explainCall, explainSave } from './explain.ts';
import { entryName } from './entry-name.ts';
import { caseTexts } from './texts.ts';
import { unreadableOf, type UnreadableTexts } from './unreadable.ts';
import { gapKeys, shownFields } from './view-keys.ts';
import { buildTree, neighbourSection } from './section-tree.ts';

export type OpenSession = Extract<SessionView, { phase: 'open' }>;

/** The record itself in `entry` parameters, as in the view's keys. */
export const recordEntry = '';

export interface FieldPlace {
  readonly section: string;
  readonly entry: string;
  readonly field: string;
}

export class CaseFile {
  readonly client: OfficeClient;
  readonly caseId: RecordId;
  readonly session: OpenSession;
  readonly catalogue: LoadedCatalogue;
  readonly writer: CaseWriter;
  /** Typed and no date, month or number: shown before everything else, never sent. */
  readonly unreadable: UnreadableTexts;
  readonly #readOnly: () => boolean;
  view: CaseView = $state.raw() as CaseView;
  section = $state('');
  /** Asked for by a jump; the form focuses it once it stands there. */
  wanted: FieldPlace | null = $state.raw(null);
  /** The field whose history is looked at. */
  historyOf: { readonly entry: string; readonly field: Field } | null = $state.raw(null);
  /** What one is just asked about the whole file; null: nothing. */
  asking: CaseAsk | null = $state.raw(null);
  /** The same about her rights. */
  askingRights: 'copy' | 'restrict' | 'looked' | null = $state(null);
  /** The form or letter that is about to be printed from it. */
  askingForm: FormKind | LetterKind | null = $state(null);
  /** Its processing was restricted while it was open: its page shows the rights alone. */
  restricted = $state(false);
  /** Entries just taken away in this sitting, newest last: "Rückgängig". */
  readonly takenAway = new SvelteSet<EntryId>();

  readonly tree = $derived.by(() => buildTree(this.catalogue.definition, this.view.sections, this.view.readableSections));
  readonly #shown = $derived.by(() => shownFields(this.view));
  readonly #gaps = $derived.by(() => gapKeys(this.view));

  /** `readOnly`: nothing can be stored just now; asked for every time, as it may end. */
  constructor(client: OfficeClient, session: OpenSession, catalogue: LoadedCatalogue, view: CaseView, readOnly: () => boolean) {
    this.client = client;
    this.#readOnly = readOnly;
    this.caseId = view.row.id;
    this.session = session;
    this.catalogue = catalogue;
    this.view = view;
    this.section = lastSection(session.user.id, this.caseId) ?? catalogue.sections[0]?.id ?? '';
    this.writer = new CaseWriter(draftsOf(session.user.id, this.caseId), this.#port(), wallClock);
    this.unreadable = unreadableOf(session.user.id, this.caseId);
    const last = lastSection(session.user.id, this.caseId);
    const held = [...this.unreadable.values(), ...this.writer.unsaved].find(({ field }) => last === undefined || catalogue.sectionOf(field)?.id === last);
    if (held !== undefined) this.jumpTo(held.field, held.entry);
  }

  /** Words held over a lock, or while nothing could be written, go out as soon as they can. */
  sendHeld(): void {
    if (!this.readOnly && this.writer.unsaved.length > 0) this.writer.retry();
  }

  #port(): WriterPort {
    const { caseId } = this;
    return {
      send: ({ act, entry, field, value, base }, isText) => {
        const place = { caseId, act, entry: toEntry(entry), field, base: [...base] };
        return isText ? this.client.cases.editText({ ...place, text: wordsOf(value) }) : this.client.cases.answer({ ...place, value });
      },
      explain: (error) => this.#explain(error),
      isText: (field) => this.catalogue.field(field)?.type === 'longtext',
      view: () => this.view,
      show: (view) => {
        this.view = view;
      },
    };
  }

  /** A consent that is missing may have been taken back on another PC: the file is asked for anew, and nobody is told to undo it. */
  #explain(error: unknown): SaveProblem {
    const problem = explainSave(error);
    this.#closeIfRestricted(error);
    if (problemOf(error).code !== 'CONSENT_MISSING') return problem;
    void this.reload();
    return this.isWithdrawn ? { ...problem, text: caseTexts.withdrawn } : problem;
  }

  /** What was refused beside the fields, in words: after a withdrawal on another PC the file is shown as it stands now, and nobody is told to undo it. */
  async refusal(error: unknown): Promise<Problem> {
    const problem = problemOf(error);
    this.#closeIfRestricted(error);
    if (problem.code !== 'CONSENT_MISSING') return problem;
    await this.reload();
    return this.isWithdrawn ? { ...problem, text: caseTexts.withdrawn, advice: caseTexts.afterWithdrawal } : problem;
  }

  /** Something of it was changed beside its fields. */
  async reload(): Promise<void> {
    try {
      this.view = await this.client.cases.open({ caseId: this.caseId });
    } catch (error) {
      if (!this.#closeIfRestricted(error)) announce(explainCall(error), 'danger');
    }
  }

  /** Here or on another PC: what is shown goes from the window at once. */
  #closeIfRestricted(error: unknown): boolean {
    this.restricted ||= problemOf(error).code === 'CASE_RESTRICTED';
    return this.restricted;
  }

  get currentSection(): Section | undefined {
    const here = this.view.readableSections.includes(this.section) ? this.section : this.view.readableSections[0];
    return here === undefined ? undefined : this.catalogue.section(here);
  }

  /** Where consent to data processing is recorded. */
  get consentField(): Field | undefined {
    return this.catalogue.field(consentField);
  }

  get isWithdrawn(): boolean {
    return this.view.row.consent === 'withdrawn';
  }

  /** Why the plan cannot be printed: the core makes no paper without a consent. */
  get whyNoPlan(): string | undefined {
    if (this.view.consentGiven) return undefined;
    return this.isWithdrawn ? caseTexts.printWithdrawn : caseTexts.printWithoutConsent;
  }

  /** Consent was asked for and is not there: why nothing is entered any more; null while it can still be recorded. */
  get consentClosed(): string | null {
    const { consent } = this.view.row;
    if (consent !== 'withdrawn' && consent !== 'refused') return null;
    return caseTexts.consentClosed[consent](this.catalogue.sectionOf(this.consentField?.id ?? '')?.id ?? '');
  }

  isShown(entry: string, field: Field): boolean {
    return this.#shown.get(entry)?.has(field.id) === true || (field.retired === true && this.stored(entry, field.id) !== null);
  }

  /** Takes no input while a consent is missing, or because the form does not ask for it any more. */
  isLocked(field: Field): boolean {
    return field.retired === true || lockUnder({ status: this.view.row.consent, health: this.view.healthConsentGiven }, field) !== null;
  }

  /** Health data were asked for and are not to be kept. */
  get healthRefused(): boolean {
    const status = this.stored('', healthConsentField);
    return !this.view.healthConsentGiven && (status === 'refused' || status === 'withdrawn');
  }

  /** Nothing in the whole office can be changed: fields are read and not written. */
  get readOnly(): boolean {
    return this.#readOnly();
  }

  /** Words wait until the office can be written again. */
  get heldReadOnly(): boolean {
    return this.readOnly && this.writer.unsaved.length > 0;
  }

  /** Cannot be answered now, whatever the reason. */
  isClosed(field: Field): boolean {
    return this.readOnly || this.isLocked(field);
  }

  isGap(entry: string, field: Field): boolean {
    return this.#gaps.has(draftKey(entry, field.id));
  }

  remarks(entry: string, field: Field): readonly Remark[] {
    return this.view.remarks.filter((remark) => remark.field === field.id && (remark.entry ?? recordEntry) === entry);
  }

  /** What Lotse would answer here, until somebody answers. */
  suggestion(entry: string, field: Field): SuggestionView | undefined {
    return this.view.suggestions.find((one) => one.field === field.id && (one.entry ?? recordEntry) === entry);
  }

  /** An answer in words. */
  say(field: Field, value: AnswerValue): string {
    return answerText(this.catalogue, field, value, this.session.staff, (id) => this.nameOfEntry(id));
  }

  heads(entry: string, field: string): readonly HeadView[] {
    return this.view.answers[entry]?.[field]?.heads ?? [];
  }

  /** What the field shows: what is typed, else what is stored. */
  value(entry: string, field: string): AnswerValue {
    const draft = this.writer.drafts.get(draftKey(entry, field));
    return draft === undefined ? this.stored(entry, field) : draft.value;
  }

  stored(entry: string, field: string): AnswerValue {
    const text = this.view.texts[entry]?.[field]?.text;
    if (text !== undefined && text !== '') return text;
    return this.heads(entry, field)[0]?.value ?? null;
  }

  /** Two statements that nobody decided between, and nobody is typing a third. */
  isUndecided(entry: string, field: string): boolean {
    const key = draftKey(entry, field);
    return this.heads(entry, field).length > 1 && !this.writer.drafts.has(key) && !this.unreadable.has(key);
  }

  /** Changes when the field's control must forget what it holds. */
  restarts(entry: string, field: string): number {
    return this.writer.restarts.get(draftKey(entry, field)) ?? 0;
  }

  problem(entry: string, field: string): string | undefined {
    return this.writer.drafts.get(draftKey(entry, field))?.problem ?? undefined;
  }

  /** Keeps text that cannot be read, in its field and out of "Gespeichert"; null once it can. */
  keepUnreadable(entry: string, field: string, text: string | null, problem: string | null): void {
    const key = draftKey(entry, field);
    if (text === null || problem === null) this.unreadable.delete(key);
    else this.unreadable.set(key, { entry, field, text, problem });
  }

  /** Gives up what was typed and cannot be stored; the field shows again what is. */
  discard(entry: string, field: string): void {
    if (!this.#dropUnreadable(entry, field)) this.writer.discard(entry, field);
  }

  #dropUnreadable(entry: string, field: string): boolean {
    const key = draftKey(entry, field);
    if (!this.unreadable.delete(key)) return false;
    this.writer.restarts.set(key, this.restarts(entry, field) + 1);
    return true;
  }

  /** `now` saves without waiting for a pause. */
  answer(entry: string, field: Field, value: AnswerValue, now = false): void {
    this.#dropUnreadable(entry, field.id);
    this.writer.typed(entry, field.id, value, now ? null : savePause(controlKind(this.catalogue, field)));
  }

  /** Live entries of a group in rank order. `parent` '' for entries that stand in no other. */
  entries(group: string, parent: string): readonly EntryView[] {
    return this.view.entries.filter((e) => e.group === group && !e.retired && (e.parent ?? recordEntry) === parent);
  }

  retired(group: string, parent: string): readonly EntryView[] {
    return this.view.entries.filter((e) => e.group === group && e.retired && (e.parent ?? recordEntry) === parent);
  }

  async addEntry(group: string, parent: string): Promise<EntryId | null> {
    return this.writer.act(`add ${group} ${parent}`, async (act) => {
      const { entry, view } = await this.client.cases.addEntry({ caseId: this.caseId, act, group, parent: toEntry(parent) });
      return { view, result: entry };
    });
  }

  async retire(entry: EntryId, retired: boolean): Promise<boolean> {
    const done = await this.act(`retire ${entry} ${String(retired)}`, (act) => this.client.cases.retireEntry({ caseId: this.caseId, act, entry, retired }));
    if (done && retired) this.takenAway.add(entry);
    if (done && !retired) this.takenAway.delete(entry);
    return done;
  }

  /** Moves an entry one place among its siblings; false at either end. */
  async move(entry: EntryView, step: 1 | -1): Promise<boolean> {
    const siblings = this.entries(entry.group, entry.parent ?? recordEntry);
    const here = siblings.findIndex((e) => e.id === entry.id);
    const target = here + step;
    if (here < 0 || target < 0 || target >= siblings.length) return false;
    const before = (step === -1 ? siblings[target] : siblings[target + 1])?.id ?? null;
    return this.act(`move ${entry.id} ${before ?? ''}`, (act) => this.client.cases.moveEntry({ caseId: this.caseId, act, entry: entry.id, before }));
  }

  /** What an entry is called: what its group names it by, its first words, else its kind and place, such as `Ziel 2`. */
  entryName(entry: EntryView): string {
    const siblings = this.entries(entry.group, entry.parent ?? recordEntry);
    return entryName(this, entry, siblings.findIndex((e) => e.id === entry.id) + 1);
  }

  /** The name of an entry another one refers to. */
  nameOfEntry(id: string): string | undefined {
    const entry = this.view.entries.find((one) => one.id === id);
    return entry === undefined ? undefined : entry.retired ? caseTexts.removedEntry(this.entryName(entry)) : this.entryName(entry);
  }

  fillGaps(section: string | null): Promise<boolean> {
    return this.act(`fill ${section ?? ''}`, (act) => this.client.cases.fillGaps({ caseId: this.caseId, act, section }));
  }

  /** Something that concerns the whole file, in its turn. `asked` says in full what is wanted. False: not done, {@link whyNot} says why. */
  async act(asked: string, run: (act: ActId) => Promise<CaseView>): Promise<boolean> {
    return (await this.writer.act(asked, async (act) => ({ view: await run(act), result: true }))) === true;
  }

  /** Why the last act was not done. */
  get whyNot(): string {
    const { saveState } = this.writer;
    return saveState.state === 'failed' ? saveState.problem.text : caseTexts.notDone;
  }

  show(section: string): void {
    this.section = section;
    keepSection(this.session.user.id, this.caseId, section);
  }

  step(step: 1 | -1): void {
    this.show(neighbourSection(this.tree, this.section, step));
  }

  /** Brings a field to the front and into focus. */
  jump(place: FieldPlace): void {
    this.show(place.section);
    this.wanted = { ...place };
  }

  jumpTo(field: string, entry: string): void {
    const section = this.catalogue.sectionOf(field);
    if (section !== undefined) this.jump({ section: section.id, field, entry });
  }
}

export function toEntry(entry: string): EntryId | null {
  return entry === recordEntry ? null : (entry as EntryId);
}

