/** A refusal with its code, as the contract of the shell declares it. */
import { ORPCError } from '@orpc/server';
import type { updateErrors } from '../../shared/messages/errors/updates.ts';

export type UpdateCode = keyof typeof updateErrors;

export class UpdateError extends ORPCError<UpdateCode, undefined> {
  constructor(code: UpdateCode, cause?: unknown) {
    super(code, { cause });
  }
}

const full = ['ENOSPC', 'EDQUOT'];

/** A failure of the file system as a code; null for anything else, which is a bug and goes on. */
export function diskError(problem: unknown): UpdateError | null {
  if (!(problem instanceof Error) || !('code' in problem) || !('syscall' in problem) || typeof problem.code !== 'string') return null;
  return new UpdateError(full.includes(problem.code) ? 'UPDATE_DISK_FULL' : 'UPDATE_DISK_ERROR', problem);
}

/** Runs what touches the disk; whatever the disk answers becomes a code. */
export async function onDisk<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (problem) {
    throw diskError(problem) ?? problem;
  }
}
