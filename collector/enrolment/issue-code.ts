/** The operator makes a one-time code for exactly one JMD. */
import { CodeRequest } from '../../shared/envelopes/reports-api.ts';
import type { IssuedCode } from '../../shared/envelopes/reports-api.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { insertCode } from '../storage/enrolments.ts';
import { codeValidDays, enrolmentCodeHash, newEnrolmentCode } from './code.ts';

/** The code is in the answer and nowhere else; the database keeps its hash. */
export async function issueCode({ db, now }: Context, body: Uint8Array): Promise<IssuedCode> {
  const wanted = CodeRequest.safeParse(readJson(body));
  if (!wanted.success) throw new Refused('INPUT_INVALID', wanted.error.issues[0]?.path.join('.'));
  const { office, officeName, carrierGroup, land } = wanted.data;
  const code = newEnrolmentCode();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + codeValidDays * 86_400_000);
  await insertCode(db, {
    codeHash: enrolmentCodeHash(code),
    officeId: office,
    officeName,
    carrierGroup,
    land,
    createdAt,
    expiresAt,
  });
  return { code, expiresAt: expiresAt.toISOString() };
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    // What the parser says may quote the body.
    throw new Refused('JSON_MALFORMED');
  }
}
