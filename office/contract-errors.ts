/**
 * The one place where failures become codes of the contract.
 *
 * Declared failures pass; failures of store and documents carry their code; anything else is a bug and crosses as `INTERNAL`
 * without a word, because its message may quote what somebody typed.
 */
import { ORPCError } from '@orpc/server';
import { StoreError } from '../db/errors.ts';
import { UnlockWait } from '../db/slots/unlock-tries.ts';
import { DocumentError } from '../documents/process.ts';
import { whereItBroke } from './where-it-broke.ts';

function codeOf(problem: unknown): string | null {
  return problem instanceof StoreError || problem instanceof DocumentError ? problem.code : null;
}

export function toContractError(problem: unknown, path: readonly string[], log: (line: string) => void): Error {
  if (problem instanceof ORPCError) {
    const { code } = problem as ORPCError<string, unknown>;
    // Details of what was wrong with the input would quote the input.
    if (code === 'BAD_REQUEST') return new ORPCError('BAD_REQUEST');
    if (code !== 'INTERNAL_SERVER_ERROR') return problem;
  }
  if (problem instanceof UnlockWait) return new ORPCError('UNLOCK_WAIT', { data: { seconds: problem.seconds } });
  const code = codeOf(problem);
  if (code !== null) return new ORPCError(code);
  log(`INTERNAL ${path.join('.')} ${whereItBroke(problem)}`);
  return new ORPCError('INTERNAL');
}
