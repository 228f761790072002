import { ORPCError } from '@orpc/server';
import type { PrintedPaper } from '../../documents/contract.ts';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { decideLeaving } from '../../shared/cases/disclosure.ts';
import { randomId, sha256Hex } from '../../shared/crypto/sodium.ts';
import { AttachmentId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { IntentBody, KeptDocument } from '../../shared/history/intent.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { keptPlanBytes } from '../../shared/plan/kept-plan.ts';
import { paperKind, type PlanPaperKind } from '../../shared/plan/versions.ts';
import type { PrintedPlan } from '../../shared/rpc/plan.contract.ts';
import { inCases, stillOpen } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import type { CasesContext, OpenOffice } from '../context.ts';
import { pdfBlob, planFileName } from './file-name.ts';
import { refuseUnreviewed } from './language.ts';
import { planOfFile, type PlanOfFile, type PlanPaper } from './plan-of-file.ts';

type Kept = CaseFile['caseState']['documents'][number];

interface Asked {
  readonly caseId: RecordId;
  readonly paper: PlanPaperKind;
  readonly language: LanguageCode;
  readonly disclosure: EntryId | null;
}

function numberOf(file: CaseFile): string {
  const number = readCase(file.caseState, file.person).value('case.case_number');
  return typeof number === 'string' ? number : '';
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

interface ToKeep {
  readonly file: CaseFile;
  readonly asked: Asked;
  readonly made: PlanOfFile;
  readonly paper: PlanPaper;
  readonly printed: PrintedPaper;
}

/** PDF and words are kept and named in the history in one transaction, which also looks whether she still consents. */
function keep(context: CasesContext, { file, asked, made, paper, printed }: ToKeep): AttachmentId {
  const { record } = file.caseState;
  const { pdf, replacedCharacters } = printed;
  const [attachment, data] = [AttachmentId.parse(randomId()), AttachmentId.parse(randomId())];
  const { version, language } = paper;
  const document: KeptDocument = {
    attachment,
    purpose: asked.paper === 'wall' ? 'wall' : 'plan',
    version,
    day: context.options.today(),
    language,
    sha256: sha256Hex(pdf),
    bytes: pdf.length,
    content: contentHash(paper),
    plan: made.hash,
    data,
    ...(replacedCharacters.length > 0 && { replaced: [...replacedCharacters] }),
  };
  const body: IntentBody = { type: 'keepDocument', document };
  saveCase(context, file, {
    action: 'plan.print',
    details: { paper: asked.paper, version, language, disclosure: asked.disclosure },
    decided: [{ record: 'case', body }],
    alongside: (tx) => {
      const now = tx.histories.find(record);
      if (now === undefined || !consentGiven(now)) throw new ORPCError('CONSENT_MISSING');
      tx.histories.keepBytes(record, attachment, pdf);
      tx.histories.keepBytes(record, data, keptPlanBytes(made.plan, paper));
    },
  });
  return attachment;
}

/** Throws where she does not consent, or where the paper is for somebody else and has no disclosure of today to stand on. */
function fileToPrint(context: CasesContext, { caseId, disclosure }: Asked): CaseFile {
  const file = loadCase(context, caseId);
  if (!consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  if (disclosure !== null) decidedOrThrow(decideLeaving(file, disclosure, ['print', 'letter'], context.options.today()));
  return file;
}

async function printPlan(context: CasesContext, asked: Asked): Promise<PrintedPlan> {
  const { cases, actor, options } = context;
  const { caseId, language, disclosure } = asked;
  const file = fileToPrint(context, asked);
  refuseUnreviewed(context, language);
  const made = planOfFile(context, file, language);
  if (made.plan.goals.length === 0) throw new ORPCError('PLAN_EMPTY');

  const paper = made[asked.paper];
  const { version } = paper;
  const content = contentHash(paper);
  const kept = file.caseState.documents.findLast((one) => one.version === version && one.language === language && paperKind(one) === asked.paper && one.content === content);
  const fileName = planFileName(asked.paper, numberOf(file), version);
  if (kept !== undefined) {
    const pdf = pdfBlob(readKept(context, caseId, kept));
    cases.write((tx) => tx.audit.write({ action: 'plan.print', record: caseId, details: { paper: asked.paper, version, language, again: true, disclosure, right: file.right } }, actor));
    return { pdf, fileName, version, attachment: kept.attachment, replacedCharacters: kept.replaced ?? [] };
  }

  const printed = await options.documents.print(paper);
  stillOpen(context);
  // Somebody may have written in the file while Typst was at work; what is kept is the plan as it was asked for.
  const attachment = keep(context, { file: fileToPrint(context, asked), asked, made, paper, printed });
  return { pdf: pdfBlob(printed.pdf), fileName, version, attachment, replacedCharacters: printed.replacedCharacters };
}

const running = new WeakMap<OpenOffice, Promise<unknown>>();

/** One print after the other: two at once would take the same version number. */
export const print = inCases.plan.print.handler(({ input, context }) => {
  const { caseId, paper, language, recipient } = input;
  const act = (): Promise<PrintedPlan> => printPlan(context, { caseId, paper, language, disclosure: recipient.kind === 'third_party' ? recipient.disclosure : null });
  const turn = (running.get(context.office) ?? Promise.resolve()).then(act, act);
  running.set(context.office, turn);
  return turn;
});
