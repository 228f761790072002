import { ORPCError } from '@orpc/server';
import type { EntryContent } from '../../shared/cases/decide-enter.ts';
import { inCases } from '../base.ts';
import { actOf, isDone, presentView } from '../cases/act.ts';
import { decidedEntry } from '../cases/enter.ts';
import { loadCase } from '../cases/load-case.ts';
import { saveTogether } from '../cases/save-case.ts';
import { viewOfCase } from '../cases/view-of-case.ts';

/**
 * One talk, in the files of all who took part: written in all of them or in none.
 *
 * Every file gets an entry of its own, and nothing in it says who the others are. They count as that many persons unless somebody said that
 * there were more.
 */
export const log = inCases.contacts.log.handler(({ input, context }) => {
  const { answers, note } = input;
  const acts = [...new Set(input.caseIds)].map((caseId) => ({ caseId, act: actOf('contacts.log', { ...input, caseId }) }));
  const [first] = acts;
  if (first === undefined) throw new ORPCError('CASE_NOT_FOUND');
  const { entry } = first.act;
  if (acts.every(({ act }) => isDone(context, act))) return { entry, view: presentView(context, first.caseId) };

  const named = answers['contact.persons'];
  const persons = typeof named === 'number' ? Math.max(named, acts.length) : acts.length;
  const content: EntryContent = {
    group: 'contact',
    parent: null,
    answers: { ...answers, 'contact.persons': persons },
    texts: note.trim() === '' ? {} : { 'contact.note': note },
  };
  const saves = acts.map(({ caseId, act }) => {
    const file = loadCase(context, caseId);
    const decided = decidedEntry(context, file, content, act);
    return { file, action: 'case.contact', details: { group: content.group, entry: act.entry, persons }, decided, act };
  });
  const [saved] = saveTogether(context, saves);
  if (saved === undefined) throw new ORPCError('INTERNAL');
  return { entry, view: viewOfCase(context, saved) };
});
