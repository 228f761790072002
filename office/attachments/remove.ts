import { ORPCError } from '@orpc/server';
import { dropFrames } from '../../db/erase/drop-frames.ts';
import { decideRetireEntry } from '../../shared/cases/decide-entry.ts';
import { inCases, stillOpen } from '../base.ts';
import { actOf, isDone, presentView } from '../cases/act.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import type { CasesContext } from '../context.ts';
import { fileOfEntry } from './kept-file.ts';

/** The entry is taken away, so that the course of the file still says that there was one; the bytes are gone when this returns. */
export const remove = inCases.attachments.remove.handler(async ({ input, context }) => {
  const { caseId, entry } = input;
  const act = actOf('attachments.remove', input);
  if (!isDone(context, act)) {
    const file = loadCase(context, caseId);
    const kept = fileOfEntry(file, entry);
    if (kept === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
    const retired = decidedOrThrow(decideRetireEntry({ ...file, entry, retired: true }));
    const drop = { record: 'case', body: { type: 'dropFile', attachment: kept.attachment } } as const;
    saveCase(context, file, { action: 'attachment.remove', details: { entry }, decided: [drop, retired], act });
  }
  await letGo(context);
  return presentView(context, caseId);
});

/** Dropped bytes leave the files of this PC, too. Throws LOCKED when the office was locked meanwhile; then closing did it. */
export async function letGo(context: CasesContext): Promise<void> {
  const gone = await dropFrames(context.store, () => context.session.open === context.office);
  stillOpen(context);
  if (!gone) context.options.log?.('FRAMES_STAY');
}
