/** What a window gets of updates: declared refusals, with a text for each. */
import { isDefinedError } from '@orpc/client';
import { createRouterClient, implement } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateErrors } from '../../../shared/messages/errors/updates.ts';
import { shellContract } from '../../../shared/rpc/shell.contract.ts';
import { newPc, type Pc } from './pc.ts';

const steps = ['look', 'fetch', 'fromFile', 'install'] as const;
let pc: Pc;
beforeEach(() => {
  pc = newPc(null);
});
afterEach(() => {
  pc.remove();
});

describe('the contract of updates', () => {
  it.each(steps)('declares for %s every refusal there is a text for, and no other', (step) => {
    expect(Object.keys(shellContract.updates[step]['~orpc'].errorMap).sort()).toEqual(Object.keys(updateErrors).sort());
  });

  it.each(steps)('hands a refusal of %s out as declared, without its cause', async (step) => {
    const updates = pc.start({ operator: { keys: [], address: null, built: null } });
    const os = implement(shellContract.updates);
    const client = createRouterClient(
      os.router({
        state: os.state.handler(() => updates.state()),
        look: os.look.handler(() => updates.look()),
        fetch: os.fetch.handler(() => updates.fetch()),
        fromFile: os.fromFile.handler(() => updates.fromFile()),
        install: os.install.handler(() => updates.install()),
      }),
    );
    const problem: unknown = await client[step]().then(() => null, (reason: unknown) => reason);
    expect(problem instanceof Error && isDefinedError(problem)).toBe(true);
    expect(problem).toMatchObject({ code: 'UPDATES_NOT_SET_UP' });
    expect(JSON.stringify(problem)).not.toContain('cause');
  });
});
