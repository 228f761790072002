/** Any failure as code, text and advice. What nobody foresaw is `INTERNAL`, and says nothing of what somebody typed. */
import { ORPCError } from '@orpc/server';
import { CollectorError, collectorErrors } from '../collector/errors.ts';
import { errorTexts } from '../shared/messages/errors.ts';
import { UsageError } from './command.ts';

type ErrorCode = keyof typeof errorTexts;

export interface Failure {
  readonly code: string;
  readonly text: string;
  readonly advice: string;
  /** Which field, file, limit or server code, from our own words. */
  readonly reason?: string;
}

/** Codes of the system below us, as ours. PostgreSQL: no such database, no such role, wrong password. */
const systemCodes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'FILE_NOT_USABLE',
  EACCES: 'FILE_NOT_USABLE',
  EISDIR: 'FILE_NOT_USABLE',
  ENOTDIR: 'FILE_NOT_USABLE',
  EROFS: 'FILE_NOT_USABLE',
  ENOSPC: 'DISK_FULL',
  ECONNREFUSED: 'DATABASE_UNREACHABLE',
  ENOTFOUND: 'DATABASE_UNREACHABLE',
  '3D000': 'DATABASE_UNREACHABLE',
  '28000': 'DATABASE_UNREACHABLE',
  '28P01': 'DATABASE_UNREACHABLE',
};

export function explain(problem: unknown): Failure {
  if (problem instanceof CollectorError) {
    const { code, problem: serverCode } = problem;
    return { code, ...collectorErrors[code], ...(serverCode === null ? {} : { reason: serverCode }) };
  }
  const code = codeOf(problem);
  const reason = reasonOf(problem);
  return { code, ...errorTexts[code], ...(reason === null ? {} : { reason }) };
}

function codeOf(problem: unknown): ErrorCode {
  if (problem instanceof UsageError || isParseError(problem)) return 'WRONG_USE';
  if (!(problem instanceof Error) || !('code' in problem) || typeof problem.code !== 'string') return 'INTERNAL';
  if (Object.hasOwn(errorTexts, problem.code)) return problem.code as ErrorCode;
  return systemCodes[problem.code] ?? 'INTERNAL';
}

function reasonOf(problem: unknown): string | null {
  if (problem instanceof UsageError) return problem.message;
  if (isParseError(problem)) return parseReason(problem);
  if (problem instanceof ORPCError) {
    const data: unknown = problem.data;
    if (typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string') return data.reason;
  }
  return problem instanceof Error && 'code' in problem && problem.code === 'CKM_INPUT_INVALID' ? problem.message : null;
}

function isParseError(problem: unknown): problem is Error & { code: string } {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
}

/** Node says it in English; the option it names is all we take. */
function parseReason({ code, message }: Error & { code: string }): string {
  const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `${option} gibt es hier nicht` : `Bei ${option} stimmt der Wert nicht`;
}
