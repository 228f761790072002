import { decideAddEntry, decideMoveEntry, decideRetireEntry } from '../../shared/cases/decide-entry.ts';
import { ORPCError } from '@orpc/server';
import { disclosureGroup } from '../../shared/cases/disclosure.ts';
import { inCases } from '../base.ts';
import { movedAgain } from '../tally/moved.ts';
import { actOf, isDone, presentView } from './act.ts';
import { loadCase } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

export const addEntry = inCases.cases.addEntry.handler(({ input, context }) => {
  const { caseId, group, parent } = input;
  const act = actOf('addEntry', input);
  const { entry } = act;
  if (isDone(context, act)) return { entry, view: presentView(context, caseId) };
  const file = loadCase(context, caseId);
  // An empty one has no basis yet: it is entered as a whole, with `cases.enter`.
  if (group === disclosureGroup) throw new ORPCError('DISCLOSURE_WITHOUT_BASIS');
  const decided = decidedOrThrow(decideAddEntry({ ...file, entry, group, parent }));
  const saved = saveCase(context, file, { action: 'case.addEntry', details: { group, entry }, decided: [decided], act });
  return { entry, view: viewOfCase(context, saved) };
});

export const retireEntry = inCases.cases.retireEntry.handler(({ input, context }) => {
  const { caseId, entry, retired } = input;
  const act = actOf('retireEntry', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const decided = decidedOrThrow(decideRetireEntry({ ...file, entry, retired }));
  // A contact that stands again counts in the file, so the Kurzberatung it was does not.
  const alongside = retired ? undefined : movedAgain(context, file, entry);
  const saved = saveCase(context, file, { action: 'case.retireEntry', details: { entry, retired }, decided: [decided], act, ...(alongside === undefined ? {} : { alongside }) });
  return viewOfCase(context, saved);
});

export const moveEntry = inCases.cases.moveEntry.handler(({ input, context }) => {
  const { caseId, entry, before } = input;
  const act = actOf('moveEntry', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const { record, bodies } = decidedOrThrow(decideMoveEntry({ ...file, entry, before }));
  if (bodies.length === 0) return presentView(context, caseId);
  const decided = bodies.map((body) => ({ record, body }));
  return viewOfCase(context, saveCase(context, file, { action: 'case.moveEntry', details: { entry }, decided, act }));
});
