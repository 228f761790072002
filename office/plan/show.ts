import { ORPCError } from '@orpc/server';
import { consentGiven } from '../../shared/cases/consent.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { refuseUnreviewed } from './language.ts';
import { planOfFile } from './plan-of-file.ts';

/** What the wall sheet would say, for a screen turned to the young person. */
export const show = inCases.plan.show.handler(({ input, context }) => {
  const { caseId, language } = input;
  const file = loadCase(context, caseId);
  if (!consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  refuseUnreviewed(context, language);
  const { plan, wall } = planOfFile(context, file, language);
  if (plan.goals.length === 0) throw new ORPCError('PLAN_EMPTY');
  logReading(context, { action: 'plan.show', record: caseId, details: { language, right: file.right } });
  return wall;
});
