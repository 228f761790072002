import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { decideLeaving } from '../../shared/cases/disclosure.ts';
import type { AttachmentId, RecordId } from '../../shared/domain/ids.ts';
import { paperKind } from '../../shared/plan/versions.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import type { CasesContext } from '../context.ts';
import { pdfBlob, planFileName } from './file-name.ts';

/**
 * A file whose kept papers may be looked at.
 *
 * Taken back, they are there for the copy she may ask for, and for nobody who has nothing to do with that; no new paper comes of it.
 */
export function fileWithPapers(context: CasesContext, caseId: RecordId): CaseFile {
  const file = loadCase(context, caseId);
  if (file.right === 'colleague' && !consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  return file;
}

/** Throws ATTACHMENT_NOT_FOUND. */
export function keptPaper({ caseState }: CaseFile, attachment: AttachmentId): CaseFile['caseState']['documents'][number] {
  const document = caseState.documents.find((one) => one.attachment === attachment);
  if (document === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  return document;
}

/** A version as it was printed, byte for byte. For somebody else it needs what a new paper needs, also to be looked at on its way there. */
export const kept = inCases.plan.kept.handler(({ input, context }) => {
  const { caseId, attachment, purpose, recipient } = input;
  const file = fileWithPapers(context, caseId);
  if (purpose === 'print' && !consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  const disclosure = recipient.kind === 'third_party' ? recipient.disclosure : null;
  if (disclosure !== null) decidedOrThrow(decideLeaving(file, disclosure, ['print', 'letter'], context.options.today()));
  const document = keptPaper(file, attachment);
  const bytes = context.cases.read((tx) => tx.histories.readBytes(caseId, attachment));
  if (bytes === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  const { version, language, replaced } = document;
  const paper = paperKind(document);
  logReading(context, { action: purpose === 'print' ? 'plan.printAgain' : 'plan.open', record: caseId, details: { paper, version, language, right: file.right, ...(disclosure === null ? {} : { disclosure }) } });
  const number = readCase(file.caseState, file.person).value('case.case_number');
  return { pdf: pdfBlob(bytes), fileName: planFileName(paper, typeof number === 'string' ? number : '', version), replacedCharacters: replaced ?? [] };
});
