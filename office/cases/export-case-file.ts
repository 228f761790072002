import { ORPCError } from '@orpc/server';
import { decideLeaving } from '../../shared/cases/disclosure.ts';
import { exportCase } from '../../shared/cases/export-case.ts';
import { healthConsentGiven } from '../../shared/cases/consent.ts';
import { projectedReading, readableState } from '../../shared/cases/readable.ts';
import { forThirdParty, withoutOthers } from '../../shared/cases/third-party.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';

/**
 * What is held about the young person as JSON; that somebody took a copy is logged.
 *
 * Child protection is in no copy: whether she gets it is a decision of its own. What is about other people is left out; `rights.copy` gives it where
 * somebody decided so, field by field. A copy for anybody else needs its disclosure of today and leaves out more. Who has nothing to do with the file makes
 * no copy of all of it, as with `rights.copy`.
 */
export const exportCaseFile = inCases.cases.export.handler(({ input, context }) => {
  const { caseId, recipient } = input;
  const file = loadCase(context, caseId);
  const { catalogue, right } = file;
  if (right === 'colleague') throw new ORPCError('RIGHTS_NOT_YOURS');
  const disclosure = recipient.kind === 'third_party' ? recipient.disclosure : null;
  if (disclosure !== null) decidedOrThrow(decideLeaving(file, disclosure, ['export'], context.options.today()));
  const leaving = disclosure === null ? withoutOthers(file) : forThirdParty(file);
  const caseState = readableState(catalogue, leaving.caseState, projectedReading(healthConsentGiven(file.caseState)));
  const text = JSON.stringify(exportCase(catalogue, caseState, leaving.person), null, 2);
  logReading(context, { action: 'case.export', record: caseId, details: { right, disclosure } });
  return new Blob([text], { type: 'application/json' });
});
