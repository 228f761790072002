import { ORPCError } from '@orpc/server';
import type { Role } from '../../db/contract/actor.ts';
import type { OpenContext } from '../context.ts';

/** Throws ROLE_NOT_ALLOWED for everybody else; the window hides the button, here it is decided. */
export function onlyFor(context: OpenContext, ...roles: readonly Role[]): void {
  if (!roles.includes(context.store.role)) throw new ORPCError('ROLE_NOT_ALLOWED');
}
