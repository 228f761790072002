import { ORPCError } from '@orpc/server';
import { kindOfFile } from '../../shared/cases/file-kind.ts';
import { randomId, sha256Hex } from '../../shared/crypto/sodium.ts';
import { AttachmentId } from '../../shared/domain/ids.ts';
import { maxAttachmentBytes } from '../../shared/rpc/limits.ts';
import { inCases, stillOpen } from '../base.ts';
import { actOf, isDone, presentView } from '../cases/act.ts';
import { decidedEntry } from '../cases/enter.ts';
import { loadCase } from '../cases/load-case.ts';
import { saveCase } from '../cases/save-case.ts';
import { viewOfCase } from '../cases/view-of-case.ts';

/** What the file is called on the PC is not looked at and not kept; `title` says what it is. */
export const add = inCases.attachments.add.handler(async ({ input, context }) => {
  const { caseId, file, title, answers } = input;
  if (file.size > maxAttachmentBytes) throw new ORPCError('ATTACHMENT_TOO_LARGE');
  const bytes = new Uint8Array(await file.arrayBuffer());
  stillOpen(context);
  const mime = kindOfFile(bytes);
  if (mime === null) throw new ORPCError('ATTACHMENT_KIND_UNKNOWN');

  const sha256 = sha256Hex(bytes);
  const asked = { caseId, act: input.act, title, answers, sha256 };
  const act = actOf('attachments.add', asked);
  const { entry } = act;
  if (isDone(context, act)) return { entry, view: presentView(context, caseId) };
  const now = loadCase(context, caseId);
  const content = { group: 'attachment', parent: null, answers: { ...answers, 'attachment.title': title }, texts: {} };
  const attachment = AttachmentId.parse(randomId());
  const kept = { type: 'keepFile', file: { attachment, entry, mime, bytes: bytes.length, sha256 } } as const;
  const saved = saveCase(context, now, {
    action: 'attachment.add',
    details: { entry, mime, bytes: bytes.length },
    decided: [...decidedEntry(context, now, content, act), { record: 'case', body: kept }],
    act,
    alongside: (tx) => { tx.histories.keepBytes(caseId, attachment, bytes); },
  });
  return { entry, view: viewOfCase(context, saved) };
});
