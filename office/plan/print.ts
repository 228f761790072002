import { ORPCError } from '@orpc/server';
import type { PrintedPaper } from '../../documents/contract.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { randomId, sha256Hex } from '../../shared/crypto/sodium.ts';
import { AttachmentId } from '../../shared/domain/ids.ts';
import type { IntentBody, KeptDocument } from '../../shared/history/intent.ts';
import { keptPlanBytes } from '../../shared/plan/kept-plan.ts';
import type { PrintedPlan } from '../../shared/rpc/plan.contract.ts';
import { inCases, stillOpen } from '../base.ts';
import { saveCase } from '../cases/save-case.ts';
import type { CasesContext, OpenOffice } from '../context.ts';
import { pdfBlob, planFileName } from './file-name.ts';
import { askedOf, fileToPrint, numberOf, paperOfPlan, readKept, type Asked, type PaperOfPlan } from './paper-of-plan.ts';

/** PDF and words are kept and named in the history in one transaction, which also looks whether she still consents. */
function keep(context: CasesContext, asked: Asked, { file, made, paper, content }: PaperOfPlan, { pdf, replacedCharacters }: PrintedPaper): AttachmentId {
  const { record } = file.caseState;
  const [attachment, data] = [AttachmentId.parse(randomId()), AttachmentId.parse(randomId())];
  const { version, plan, hash } = made;
  const { language } = paper;
  const document: KeptDocument = {
    attachment,
    purpose: asked.paper === 'wall' ? 'wall' : 'plan',
    version,
    day: context.options.today(),
    language,
    sha256: sha256Hex(pdf),
    bytes: pdf.length,
    content,
    plan: hash,
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
      tx.histories.keepBytes(record, data, keptPlanBytes(plan, paper));
    },
  });
  return attachment;
}

/** `shown`: what was looked at; null where nobody did. */
async function printPlan(context: CasesContext, asked: Asked, shown: string | null): Promise<PrintedPlan> {
  const { cases, actor, options } = context;
  const { caseId, language, disclosure } = asked;
  const ready = paperOfPlan(context, asked);
  const { file, made, paper, content, kept } = ready;
  if (shown !== null && shown !== content) throw new ORPCError('PLAN_OTHER_THAN_SHOWN');
  const { version } = made;
  const fileName = planFileName(asked.paper, numberOf(file), version);
  if (kept !== undefined) {
    const pdf = pdfBlob(readKept(context, caseId, kept));
    cases.write((tx) => tx.audit.write({ action: 'plan.print', record: caseId, details: { paper: asked.paper, version, language, again: true, disclosure, right: file.right } }, actor));
    return { pdf, fileName, version, attachment: kept.attachment, replacedCharacters: kept.replaced ?? [] };
  }

  const printed = await options.documents.print(paper);
  stillOpen(context);
  // Somebody may have written in the file while Typst was at work; what is kept is the plan as it was asked for.
  const attachment = keep(context, asked, { ...ready, file: fileToPrint(context, asked) }, printed);
  return { pdf: pdfBlob(printed.pdf), fileName, version, attachment, replacedCharacters: printed.replacedCharacters };
}

const running = new WeakMap<OpenOffice, Promise<unknown>>();

/** One print after the other: two at once would take the same version number. */
export const print = inCases.plan.print.handler(({ input, context }) => {
  const act = (): Promise<PrintedPlan> => printPlan(context, askedOf(input), input.shown);
  const turn = (running.get(context.office) ?? Promise.resolve()).then(act, act);
  running.set(context.office, turn);
  return turn;
});
