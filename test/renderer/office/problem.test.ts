import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { errorTexts } from '../../../shared/messages/errors.ts';
import { problemOf, problemOfCode } from '../../../renderer/office/problem.ts';

describe('what a failure says', () => {
  it('uses the words of its code', () => {
    expect(problemOf(new ORPCError('WRONG_PASSWORD'))).toEqual({ code: 'WRONG_PASSWORD', ...errorTexts.WRONG_PASSWORD, unknown: false });
  });

  it('stays polite and names the code when nobody wrote words for it', () => {
    const problem = problemOf(new ORPCError('SOMETHING_NEW'));

    expect(problem).toMatchObject({ code: 'SOMETHING_NEW', unknown: true });
    expect(problem.text).toBe('Das hat leider nicht geklappt.');
  });

  it('never repeats the message of an unexpected error, which may quote what was typed', () => {
    const problem = problemOf(new Error('Ahmad Rahimi'));

    expect(JSON.stringify(problem)).not.toContain('Ahmad');
    expect(problem.code).toBe('INTERNAL');
  });

  it.each(['NO_TOKEN', 'WINDOW_REPLACED', 'CONNECTION_LOST', 'LAUNCH_TOKEN_UNKNOWN', 'LAUNCH_TOKEN_REUSED'])('explains %s', (code) => {
    expect(problemOfCode(code).unknown).toBe(false);
  });
});
