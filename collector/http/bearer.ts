/** The operator's token: 256 random bits, made new at every start, compared in constant time. */
import type { FastifyRequest } from 'fastify';
import { randomBytes, sameBytes, toHex } from '../../shared/crypto/sodium.ts';
import { Refused } from './problem.ts';

export function newOperatorToken(): string {
  return toHex(randomBytes(32));
}

/** Hook for routes that only the operator may call; refuses with `UNAUTHORISED` (401). */
export function operatorOnly(token: string): (request: FastifyRequest) => Promise<void> {
  const expected = new TextEncoder().encode(`Bearer ${token}`);
  return async (request) => {
    const given = new TextEncoder().encode(request.headers.authorization ?? '');
    if (!sameBytes(given, expected)) throw new Refused('UNAUTHORISED');
  };
}
