import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { bytesOf, fileOfEntry } from './kept-file.ts';

/** Byte for byte as it was added; that somebody looked is logged. */
export const open = inCases.attachments.open.handler(({ input, context }) => {
  const { caseId, entry } = input;
  const file = loadCase(context, caseId);
  const kept = fileOfEntry(file, entry);
  if (kept === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  const bytes = bytesOf(context, file, kept);
  logReading(context, { action: 'attachment.open', record: caseId, details: { entry, right: file.right } });
  const title = readCase(file.caseState, file.person).value('attachment.title', entry);
  return { bytes: new Blob([new Uint8Array(bytes)], { type: kept.mime }), mime: kept.mime, title: typeof title === 'string' ? title : '' };
});
