/** Any failure as code, text and advice. What nobody foresaw is `INTERNAL`, and says nothing of what somebody typed. */
import { ORPCError } from '@orpc/server';
import { errorTexts } from '../shared/messages/errors.ts';

export interface Failure {
  readonly code: string;
  readonly text: string;
  readonly advice: string;
  /** Which field or limit, from our own words. */
  readonly reason?: string;
}

export function explain(problem: unknown): Failure {
  const code = codeOf(problem);
  const known = Object.hasOwn(errorTexts, code) ? errorTexts[code as keyof typeof errorTexts] : errorTexts.INTERNAL;
  const reason = reasonOf(problem);
  return { code, text: known.text, advice: known.advice, ...(reason === null ? {} : { reason }) };
}

function codeOf(problem: unknown): string {
  if (problem instanceof Error && 'code' in problem && typeof problem.code === 'string') return problem.code;
  return 'INTERNAL';
}

function reasonOf(problem: unknown): string | null {
  if (problem instanceof ORPCError) {
    const data: unknown = problem.data;
    if (typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string') return data.reason;
  }
  return problem instanceof Error && 'code' in problem && problem.code === 'CKM_INPUT_INVALID' ? problem.message : null;
}
