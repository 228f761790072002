import { inCases, stillOpen } from '../base.ts';
import { refreshedFacts } from '../cases/refresh.ts';

export const ownCount = inCases.monitoring.ownCount.handler(async ({ input, context }) => {
  await refreshedFacts(context);
  stillOpen(context);

  const persons = context.cases.read((tx) => [...tx.facts.caseYears(input.year)].length);
  return { persons };
});
