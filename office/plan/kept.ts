import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { pdfBlob, planFileName } from './file-name.ts';

/** A version as it was printed, byte for byte. */
export const kept = inCases.plan.kept.handler(({ input, context }) => {
  const { caseId, attachment, purpose } = input;
  const { caseState, person, right } = loadCase(context, caseId);
  // Taken back, it is there to be looked at for the copy she may ask for, and for nobody who has nothing to do with that; no new paper comes of it.
  if ((right === 'colleague' || purpose === 'print') && !consentGiven(caseState)) throw new ORPCError('CONSENT_MISSING');
  const document = caseState.documents.find((one) => one.attachment === attachment);
  const bytes = document && context.cases.read((tx) => tx.histories.readBytes(caseId, attachment));
  if (document === undefined || bytes === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  const { version } = document;
  logReading(context, { action: purpose === 'print' ? 'plan.printAgain' : 'plan.open', record: caseId, details: { version, right } });
  const number = readCase(caseState, person).value('case.case_number');
  return { pdf: pdfBlob(bytes), fileName: planFileName(typeof number === 'string' ? number : '', version) };
});
