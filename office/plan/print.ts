import { ORPCError } from '@orpc/server';
import type { PrintedPaper } from '../../documents/contract.ts';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { decideLeaving } from '../../shared/cases/disclosure.ts';
import { planPaper, type PlanPaper } from '../../shared/cases/plan-paper.ts';
import { randomId, sha256Hex } from '../../shared/crypto/sodium.ts';
import { AttachmentId, type EntryId, type RecordId, UserId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { IntentBody, KeptDocument } from '../../shared/history/intent.ts';
import { inCases, stillOpen } from '../base.ts';
import { namesOf } from '../cases/case-view.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import type { CasesContext, OpenOffice } from '../context.ts';
import { pdfBlob, planFileName } from './file-name.ts';

type Kept = CaseFile['caseState']['documents'][number];

interface Printed {
  readonly pdf: Blob;
  readonly fileName: string;
  readonly version: number;
  readonly replacedCharacters: readonly string[];
}

function lastPlan({ caseState }: CaseFile): Kept | undefined {
  return caseState.documents.filter(({ purpose }) => purpose === 'plan').at(-1);
}

function numberOf(file: CaseFile): string {
  const number = readCase(file.caseState, file.person).value('case.case_number');
  return typeof number === 'string' ? number : '';
}

/** The paper the next version would be. */
function nextPaper({ store, office, options }: CasesContext, file: CaseFile): PlanPaper {
  const answers = readCase(file.caseState, file.person);
  const nameOf = namesOf(store.desk.read((tx) => tx.staff.list()));
  const caseworker = UserId.safeParse(answers.value('case.caseworker_id')).data;
  return planPaper(file.catalogue, answers, {
    officeName: office.settings.name,
    training: office.settings.training,
    caseworkerName: caseworker === undefined ? '' : nameOf(caseworker),
    version: (lastPlan(file)?.version ?? 0) + 1,
    day: options.today(),
  });
}

/** The same words again are the same paper: version and day do not count. */
function contentHash({ version: _version, day: _day, ...content }: PlanPaper): string {
  return sha256Hex(canonicalJson(content));
}

function readKept({ cases }: CasesContext, record: RecordId, kept: Kept): Uint8Array {
  const bytes = cases.read((tx) => tx.histories.readBytes(record, kept.attachment));
  if (bytes === undefined) throw new ORPCError('DOCUMENT_FAILED');
  return bytes;
}

/** The bytes are kept and named in the history in one transaction, which also looks whether she still consents. */
function keep(context: CasesContext, file: CaseFile, paper: PlanPaper, { pdf, replacedCharacters }: PrintedPaper, disclosure: EntryId | null): void {
  const { record } = file.caseState;
  const attachment = AttachmentId.parse(randomId());
  const { version, day, language } = paper;
  const document: KeptDocument = {
    attachment,
    purpose: 'plan',
    version,
    day,
    language,
    sha256: sha256Hex(pdf),
    bytes: pdf.length,
    content: contentHash(paper),
    ...(replacedCharacters.length > 0 && { replaced: [...replacedCharacters] }),
  };
  const body: IntentBody = { type: 'keepDocument', document };
  saveCase(context, file, {
    action: 'plan.print',
    details: { version, language, disclosure },
    decided: [{ record: 'case', body }],
    alongside: (tx) => {
      const now = tx.histories.find(record);
      if (now === undefined || !consentGiven(now)) throw new ORPCError('CONSENT_MISSING');
      tx.histories.keepBytes(record, attachment, pdf);
    },
  });
}

/** Throws where she does not consent, or where the paper is for somebody else and has no disclosure of today to stand on. */
function fileToPrint(context: CasesContext, caseId: RecordId, disclosure: EntryId | null): CaseFile {
  const file = loadCase(context, caseId);
  if (!consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  if (disclosure !== null) decidedOrThrow(decideLeaving(file, disclosure, ['print', 'letter'], context.options.today()));
  return file;
}

async function printPlan(context: CasesContext, caseId: RecordId, disclosure: EntryId | null): Promise<Printed> {
  const { cases, actor, options } = context;
  const file = fileToPrint(context, caseId, disclosure);
  const paper = nextPaper(context, file);
  if (paper.areas.length === 0) throw new ORPCError('PLAN_EMPTY');

  const last = lastPlan(file);
  if (last !== undefined && last.content === contentHash(paper)) {
    const pdf = pdfBlob(readKept(context, caseId, last));
    cases.write((tx) => tx.audit.write({ action: 'plan.print', record: caseId, details: { version: last.version, again: true, disclosure, right: file.right } }, actor));
    return { pdf, fileName: planFileName(numberOf(file), last.version), version: last.version, replacedCharacters: last.replaced ?? [] };
  }

  const printed = await options.documents.print(paper);
  stillOpen(context);
  // Somebody may have written in the file while Typst was at work; what is kept is the plan as it was asked for.
  const now = fileToPrint(context, caseId, disclosure);
  keep(context, now, paper, printed, disclosure);
  const { pdf, replacedCharacters } = printed;
  return { pdf: pdfBlob(pdf), fileName: planFileName(numberOf(now), paper.version), version: paper.version, replacedCharacters };
}

const running = new WeakMap<OpenOffice, Promise<unknown>>();

/** One print after the other: two at once would take the same version number. */
export const print = inCases.plan.print.handler(({ input, context }) => {
  const act = (): Promise<Printed> => printPlan(context, input.caseId, input.recipient.kind === 'third_party' ? input.recipient.disclosure : null);
  const turn = (running.get(context.office) ?? Promise.resolve()).then(act, act);
  running.set(context.office, turn);
  return turn;
});
