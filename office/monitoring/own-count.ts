import { inCases, stillOpen } from '../base.ts';
import { refreshedFacts } from '../cases/refresh.ts';

/** Counts the rows of the year's facts, beside every table: the figure a JMD may hold its own Meldung against. */
export const ownCount = inCases.monitoring.ownCount.handler(async ({ input, context }) => {
  await refreshedFacts(context);
  stillOpen(context);
  return { persons: context.cases.read((tx) => [...tx.facts.caseYears(input.year)].length) };
});
