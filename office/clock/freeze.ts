import { inCases, stillOpen } from '../base.ts';
import { freezeYear } from '../forgetting/freeze.ts';

/** A year that is final is frozen by itself on the next day the office is open; the head may do it now. */
export const freeze = inCases.clock.freeze.handler(async ({ input: { year }, context }) => {
  await freezeYear(context, year);
  stillOpen(context);
  return { year, frozen: true as const };
});
