/** The copy of everything held: what must be decided first, the paper and the data, the files beside. Each is in the log of the file. */
import { ORPCError } from '@orpc/server';
import { automaticAnswers } from '../../shared/cases/automatic-answers.ts';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { worksOnProtection } from '../../shared/cases/case-right.ts';
import { readableState } from '../../shared/cases/readable.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import { germanDay } from '../../shared/domain/day.ts';
import { landNames } from '../../shared/domain/programme.ts';
import { EntryId, type AttachmentId, type RecordId, type UserId } from '../../shared/domain/ids.ts';
import type { Intent } from '../../shared/history/intent.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { lawOn, lawView } from '../../shared/law/law-on.ts';
import { copySections, noteField, noteSection, type CopyDecision, type CopySection } from '../../shared/rights/copy.ts';
import { copyPaper, type CopyContent } from '../../shared/rights/copy-paper.ts';
import { copyQuestions } from '../../shared/rights/copy-questions.ts';
import { withoutHeldBack } from '../../shared/rights/held-back.ts';
import { rightsView } from '../../shared/rights/rights-view.ts';
import type { CopyPreview, CopyQuestion } from '../../shared/rpc/rights.views.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases, stillOpen } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { clockSettings } from '../clock/settings.ts';
import type { CasesContext } from '../context.ts';
import { cautionsFor } from '../people/cautions.ts';
import { notesBeside, ownNotes } from '../work-notes/notes.ts';
import { copiedPapers, paperQuestions, papersAlong, paperSection, type CopiedPaper } from './copied-papers.ts';
import { talkSection } from './copied-talks.ts';
import { looksAt } from './who-looked.ts';

/** Throws ROLE_NOT_ALLOWED: who has nothing to do with the file makes no copy of all of it. */
function fileToCopy(context: CasesContext, caseId: RecordId): CaseFile {
  const file = loadCase(context, caseId);
  if (file.right === 'colleague') throw new ORPCError('ROLE_NOT_ALLOWED');
  return file;
}

interface Held {
  readonly caseState: RecordState;
  readonly person: RecordState | undefined;
  readonly intents: readonly Intent[];
  readonly papers: readonly CopiedPaper[];
}

/** What is held, also of her health after she took that consent back: it is hers as long as it is there. */
function heldOf(context: CasesContext, file: CaseFile, protection: boolean): Held {
  const { cases, store, options } = context;
  const { record } = file.caseState;
  const reading = { protection: protection && worksOnProtection(file.right), health: true };
  const read = (state: RecordState): RecordState => readableState(options.catalogue, inEdition(options.catalogue, state), reading);
  const caseState = cases.read((tx) => tx.histories.find(record));
  if (caseState === undefined) throw new ORPCError('CASE_NOT_FOUND');
  const person = file.person === undefined ? undefined : store.desk.read((tx) => tx.histories.find(record));
  const signed = [...cases.read((tx) => tx.histories.read(record)), ...(person === undefined ? [] : store.desk.read((tx) => tx.histories.read(record)))];
  return { caseState: read(caseState), person: person && read(person), intents: signed.map(({ intent }) => intent), papers: copiedPapers(context, record, caseState.documents) };
}

interface HeldFile {
  readonly attachment: AttachmentId;
  readonly name: string;
  readonly title: string;
  readonly bytes: number;
}

const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Attachments and printed plans, under names that say nothing of her. Those somebody held back are not among them. */
function filesOf({ caseState, papers }: Held, decisions: readonly CopyDecision[], ofPapers = papersAlong(papers, decisions)): readonly HeldFile[] {
  const held = new Set(decisions.filter(({ field, give }) => field === 'attachment.title' && !give).map(({ entry }) => entry));
  const attachments = Object.values(caseState.files ?? {}).filter(({ entry }) => !held.has(entry));
  const title = (entry: string): string => {
    const [head] = caseState.answers[entry]?.['attachment.title'] ?? [];
    return typeof head?.value === 'string' ? head.value : '';
  };
  return [
    ...attachments.map(({ attachment, mime, bytes, entry }, index) => ({ attachment, bytes, title: title(entry), name: `anlage-${String(index + 1)}.${extensions[mime] ?? 'bin'}` })),
    ...ofPapers.map(({ attachment, name, title, bytes }) => ({ attachment, name, title, bytes })),
  ];
}

function named({ attachment, name, bytes }: HeldFile): CopyPreview['files'][number] {
  return { attachment, name, bytes };
}

const copyPreview = inCases.rights.copyPreview.handler(({ input, context }): CopyPreview => {
  const { caseId } = input;
  const file = fileToCopy(context, caseId);
  const held = heldOf(context, file, false);
  logReading(context, { action: 'rights.copyPreview', record: caseId, details: { right: file.right } });
  return {
    questions: questionsOf(context, held, caseId, false),
    files: filesOf(held, [], held.papers).map(named),
    warnings: warningsOf(context, caseId),
    workNotes: othersNotes(context, caseId),
  };
});

/** Of the file, and of her own notes beside it: they are about the young person as well, and no way around her right (corrections.md, How it must behave 10). */
function questionsOf(context: CasesContext, held: Held, caseId: RecordId, protection: boolean): readonly CopyQuestion[] {
  const notes = ownNotes(context, caseId).map(({ id, text, writtenOn }): CopyQuestion => ({
    entry: EntryId.parse(id),
    field: noteField,
    section: 'Persönliche Arbeitsnotizen',
    label: `Ihre Notiz vom ${germanDay(writtenOn)}`,
    value: text,
    why: 'text',
  }));
  return [...copyQuestions(context.options.catalogue, held.caseState, held.person, { intents: held.intents, protection }), ...paperQuestions(held.papers), ...notes];
}

/** Nobody but their authors opens them: the copy says how many there are, and why they are not in it. */
function othersNotes(context: CasesContext, caseId: RecordId): number {
  return notesBeside(context, [caseId]).length - ownNotes(context, caseId).length;
}

/** Before it is handed over or sent. */
function warningsOf(context: CasesContext, caseId: RecordId): readonly string[] {
  return [
    ...cautionsFor(context)(caseId).map((caution) => `Vor der Übergabe beachten: ${caution}.`),
    'Am besten persönlich übergeben. Post und E-Mail nur, wenn der junge Mensch das so möchte und niemand anderes sie öffnet.',
  ];
}

function contentOf(context: CasesContext, file: CaseFile, held: Held, sections: readonly CopySection[], asked: { decisions: readonly CopyDecision[]; protection: boolean; names: string | null }): CopyContent {
  const { office, options } = context;
  const { name, training, privacyLaw, land } = office.settings;
  const day = options.today();
  const law = lawView(lawOn(privacyLaw, day), landNames[land] ?? land);
  const { record } = file.caseState;
  const given = (state: RecordState): RecordState => withoutHeldBack(options.catalogue, state, asked.decisions);
  const whole = rightsView({ ...file, caseState: held.caseState, person: held.person }, day).recipients;
  const { recipients } = rightsView({ ...file, caseState: given(held.caseState), person: held.person && given(held.person) }, day);
  const named = new Map(whole.map(({ disclosure, recipient }) => [disclosure, recipient]));
  return {
    officeName: name,
    training,
    day,
    sections,
    recipients: recipients.map((one) => ({ ...one, recipient: named.get(one.disclosure) === one.recipient ? one.recipient : 'zurückgehalten' })),
    looks: looksAt(context, record, asked.names),
    files: filesOf(held, asked.decisions),
    workNotes: othersNotes(context, record),
    protection: asked.protection,
    law: { name: law.name, access: law.paragraphs['access'] ?? '', authority: law.authority, complaint: law.paragraphs['complaint'] ?? '' },
  };
}

function dataOf({ officeName, day, law, sections, recipients, looks, files, workNotes }: CopyContent): string {
  const data = { format: 'lotse-copy', formatVersion: 1, office: officeName, day, law: law.name, sections, recipients, looks, files: files.map(({ name, title, bytes }) => ({ name, title, bytes })), workNotes };
  return JSON.stringify(data, null, 2);
}

const copy = inCases.rights.copy.handler(async ({ input, context }) => {
  const { caseId, decisions, textsRead, protection, names } = input;
  const { options, store } = context;
  const file = fileToCopy(context, caseId);
  if (protection !== null && !worksOnProtection(file.right)) throw new ORPCError('ROLE_NOT_ALLOWED');
  if (names !== null && store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
  const held = heldOf(context, file, protection !== null);
  const questions = questionsOf(context, held, caseId, protection !== null);
  if (!textsRead && questions.some(({ why }) => why !== 'others')) throw new ORPCError('RIGHTS_TEXTS_UNREAD');

  const staff = new Map<UserId, string>(store.desk.read((tx) => tx.staff.list()).map(({ id, displayName }) => [id, displayName]));
  const ofFile = copySections({
    catalogue: options.catalogue,
    ...held,
    automatic: automaticAnswers(options.catalogue, held.caseState, readCase(held.caseState, held.person), options.today(), store.desk.read(clockSettings)),
    staffName: (id) => staff.get(id as UserId),
    decisions,
    protection: protection !== null,
  });
  const sections = [...ofFile, ...talkSection(context, caseId), ...paperSection(held.papers, decisions), ...noteSection(ownNotes(context, caseId), decisions)];
  const content = contentOf(context, file, held, sections, { decisions, protection: protection !== null, names });
  const printed = await options.documents.print(copyPaper(content));
  stillOpen(context);
  // Restricted or shielded while Typst was at work: nothing leaves then.
  fileToCopy(context, caseId);
  logCopy(context, file, input);
  const all = sections.flatMap(({ fields, entries }) => [...fields, ...entries.flatMap((entry) => entry.fields)]);
  return {
    pdf: new Blob([new Uint8Array(printed.pdf)], { type: 'application/pdf' }),
    json: new Blob([dataOf(content)], { type: 'application/json' }),
    fileName: `kopie-${content.day}`,
    files: filesOf(held, decisions).map(named),
    warnings: warningsOf(context, caseId),
    withheld: all.filter(({ withheld }) => withheld !== null).length,
    replacedCharacters: printed.replacedCharacters,
  };
});

/** The copy itself and every decision with its reason, sealed under the key of the file. */
function logCopy(context: CasesContext, { caseState: { record }, right }: CaseFile, asked: { decisions: readonly CopyDecision[]; protection: string | null; names: string | null }): void {
  const { decisions, protection, names } = asked;
  for (const { entry, field, give, reason } of decisions) logReading(context, { action: 'rights.copyDecision', record, details: { entry, field, give, reason, right } });
  logReading(context, { action: 'rights.copy', record, details: { right, decisions: decisions.length, protection, names } });
}

const copiedFile = inCases.rights.copiedFile.handler(({ input, context }) => {
  const { caseId, attachment } = input;
  const file = fileToCopy(context, caseId);
  const held = heldOf(context, file, false);
  const known = filesOf(held, [], held.papers).some((one) => one.attachment === attachment);
  const bytes = known ? context.cases.read((tx) => tx.histories.readBytes(caseId, attachment)) : undefined;
  if (bytes === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  logReading(context, { action: 'rights.copiedFile', record: caseId, details: { attachment, right: file.right } });
  return new Blob([new Uint8Array(bytes)]);
});

export const copies = { copyPreview, copy, copiedFile };
