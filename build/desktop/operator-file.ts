/** What the operator says about updates, looked at before it is built in: the program drops what it cannot use, and then no office could be updated. */
import { z } from 'zod';
import { Operator, sourceOf } from '../../electron/updates/operator.ts';

/** Throws with what is wrong. `packaged`: plain http is for trying alone. */
export function checkOperator(text: string, packaged: boolean): void {
  const problem = problemOf(text, packaged);
  if (problem !== null) throw new Error(`build/desktop/operator.json: ${problem} (docs/updates.md)`);
}

function problemOf(text: string, packaged: boolean): string | null {
  const parsed = z.string().transform(readJson).pipe(Operator).safeParse(text);
  if (!parsed.success) return z.prettifyError(parsed.error);
  const { keys, address } = parsed.data;
  if (new Set(keys).size < keys.length) return 'a key stands there twice';
  if (address !== null && sourceOf(parsed.data, packaged) === null) return `${address} is no address a program asks: https, no credentials, no query`;
  if (address !== null && keys.length === 0) return 'an address without a key: nothing that comes from there would be accepted';
  return null;
}

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}
