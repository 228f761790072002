/** The builders every procedure starts from: `os` (any phase), `opened` (store open), `inCases` (case content). */
import { implement, ORPCError } from '@orpc/server';
import { officeContract } from '../shared/rpc/office.contract.ts';
import { actorOf, type CasesContext, type OfficeContext, type OpenContext } from './context.ts';
import { leavesALine } from './leaves-a-line.ts';
import { toContractError } from './contract-errors.ts';
import { refuseRestricted } from './rights/restriction.ts';

export const os = implement(officeContract)
  .$context<OfficeContext>()
  .use(async ({ next, context, path }) => {
    try {
      // A look at the state is what a window does by itself; everything else somebody wanted. May lock, when nobody did for too long.
      if (path.join('.') !== 'session.status') context.idle.touch();
      context.day.touch();
      return await next();
    } catch (problem) {
      throw toContractError(problem, path, context.options.log ?? (() => undefined));
    }
  });

/** Answers LOCKED without an open store, CASE_RESTRICTED for a file whose processing is restricted; the work goes on with the store that was open when it began. */
export const opened = os
  .use(({ next, context }) => next({ context: openContext(context) }))
  .use(({ next, context, path }, input: unknown) => {
    refuseRestricted(context, input, path);
    return next();
  })
  .use(({ next, context, path }, input: unknown) => leavesALine(context, input, path, async () => next()));

/** Answers CASES_DOOR_CLOSED behind a slot that opens the desk only. */
export const inCases = opened.use(({ next, context }) => next({ context: casesContext(context) }));

export function openContext(context: OfficeContext): OpenContext {
  const office = context.session.open;
  if (office === null) throw new ORPCError('LOCKED');
  return { ...context, office, store: office.store, actor: actorOf(office.store, context.options.clock) };
}

export function casesContext(context: OpenContext): CasesContext {
  const { cases } = context.store;
  if (cases === null) throw new ORPCError('CASES_DOOR_CLOSED');
  return { ...context, cases };
}

/** After waiting for something slow: LOCKED when the office was locked meanwhile. */
export function stillOpen(context: OpenContext): void {
  if (context.session.open !== context.office) throw new ORPCError('LOCKED');
}
