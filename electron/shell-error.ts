/** A refusal of the desktop shell, by its code in the contract. */
import type { errorTexts } from '../shared/messages/errors.ts';

type Code = keyof typeof errorTexts;

export class ShellError extends Error {
  readonly code: Code;
  constructor(code: Code, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

const full = new Set(['ENOSPC', 'EDQUOT']);

/** What the disk answered, as a code; anything else goes on as it is. */
export function diskError(problem: unknown): unknown {
  if (!(problem instanceof Error) || !('code' in problem) || !('syscall' in problem)) return problem;
  return new ShellError(typeof problem.code === 'string' && full.has(problem.code) ? 'DISK_FULL' : 'DISK_ERROR', problem);
}
