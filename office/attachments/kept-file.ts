/** The bytes that belong to one entry of a file. */
import { ORPCError } from '@orpc/server';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import type { EntryId } from '../../shared/domain/ids.ts';
import type { KeptFile } from '../../shared/history/intent.ts';
import type { CasesContext } from '../context.ts';

/** undefined where there never was one, or it went. */
export function fileOfEntry({ caseState }: CaseFile, entry: EntryId): KeptFile | undefined {
  return Object.values(caseState.files ?? {}).find((one) => one.entry === entry);
}

/**
 * Throws ATTACHMENT_NOT_FOUND where the bytes are not on this PC, and DATABASE_DAMAGED where they are not the ones that were kept: what opens
 * under the file key could only be another file of hers.
 */
export function bytesOf({ cases }: CasesContext, file: CaseFile, { attachment, bytes, sha256 }: KeptFile): Uint8Array {
  const kept = cases.read((tx) => tx.histories.readBytes(file.caseState.record, attachment));
  if (kept === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  if (kept.length !== bytes || sha256Hex(kept) !== sha256) throw new ORPCError('DATABASE_DAMAGED');
  return kept;
}
