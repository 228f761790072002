import { ORPCError } from '@orpc/server';
import { type CaseFile, type Decided } from '../../shared/cases/case-decision.ts';
import { decideRetireEntry } from '../../shared/cases/decide-entry.ts';
import type { EntryContent } from '../../shared/cases/decide-enter.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { AttachmentId, type EntryId } from '../../shared/domain/ids.ts';
import { inCases } from '../base.ts';
import { actOf, isDone, presentView } from '../cases/act.ts';
import { decidedEntry } from '../cases/enter.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveTogether } from '../cases/save-case.ts';
import { bytesOf, fileOfEntry } from './kept-file.ts';
import { letGo } from './remove.ts';

/** What moves along. The institution it came from does not: it is an entry of the other file. */
const moving = ['attachment.title', 'attachment.date', 'attachment.kind'];

/**
 * Into the other file, under its key, in one transaction: it is in one of the two files at every moment, whatever ends the program.
 *
 * Both logs say that a file went or came and not where, so that neither names the other young person. What was said of it here is taken back:
 * it is about somebody else.
 */
export const move = inCases.attachments.move.handler(async ({ input, context }) => {
  const { caseId, entry, to } = input;
  const out = actOf('attachments.move', input);
  const into = actOf('attachments.move', { ...input, caseId: to });
  if (!isDone(context, out)) {
    const from = loadCase(context, caseId);
    const kept = fileOfEntry(from, entry);
    if (kept === undefined || to === caseId) throw new ORPCError('ATTACHMENT_NOT_FOUND');
    const target = loadCase(context, to);
    const bytes = bytesOf(context, from, kept);
    const attachment = AttachmentId.parse(randomId());
    const keep = { record: 'case', body: { type: 'keepFile', file: { ...kept, attachment, entry: into.entry } } } as const;
    const drop = { record: 'case', body: { type: 'dropFile', attachment: kept.attachment } } as const;
    const retired = decidedOrThrow(decideRetireEntry({ ...from, entry, retired: true }));
    saveTogether(context, [
      {
        file: target,
        action: 'attachment.moved_in',
        details: { entry: into.entry },
        decided: [...decidedEntry(context, target, contentOf(from, entry), into), keep],
        act: into,
        alongside: (tx) => { tx.histories.keepBytes(to, attachment, bytes); },
      },
      { file: from, action: 'attachment.moved_out', details: { entry }, decided: [drop, retired, ...takenBack(from, entry)], act: out },
    ]);
  }
  await letGo(context);
  return presentView(context, caseId);
});

function contentOf({ caseState }: CaseFile, entry: EntryId): EntryContent {
  const said = caseState.answers[entry] ?? {};
  const answers: Record<string, AnswerValue> = {};
  for (const field of moving) answers[field] = said[field]?.[0]?.value ?? null;
  return { group: 'attachment', parent: null, answers, texts: {} };
}

function takenBack({ caseState }: CaseFile, entry: EntryId): readonly Decided[] {
  return Object.entries(caseState.answers[entry] ?? {}).map(([field, heads]) => ({
    record: 'case',
    body: { type: 'answer', entry, field, value: null, base: heads.map(({ intent }) => intent) },
  }));
}
