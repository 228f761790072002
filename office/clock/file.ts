/** The clock of one file, for whoever may open it. */
import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import { worksOnProtection } from '../../shared/cases/case-right.ts';
import { forEyes } from '../../shared/clock/hindrances.ts';
import { clockOf } from '../../shared/clock/verdict.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { cautionsFor } from '../people/cautions.ts';
import { clockOffice } from './guard.ts';
import { wholeFile } from './judge.ts';
import { lettersOf } from './letters.ts';

export const ofFile = inCases.clock.ofFile.handler(({ input: { caseId }, context }) => {
  const { right, caseState, person } = loadCase(context, caseId);
  const file = wholeFile(context, caseId);
  if (file === null) throw new ORPCError('CASE_NOT_FOUND');
  const { dates, hindrances } = clockOf(file, clockOffice(context));
  const letters = lettersOf(dates, readCase(caseState, person), context.office.settings.name, context.options.today());
  const cautions = cautionsFor(context)(caseId);
  return {
    dates,
    hindrances: forEyes(hindrances, { protection: worksOnProtection(right) }),
    letters: letters.map((letter) => ({ ...letter, cautions })),
  };
});
