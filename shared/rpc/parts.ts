/** Pieces that several contracts share. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { cleanLine } from '../catalogue/clean-text.ts';
import { EntryId } from '../domain/ids.ts';

export const Password = z.string().min(1).max(200);
/** Shortest password accepted for a new one, in characters. */
export const minPasswordLength = 10;
export const NewPassword = z.string().min(minPasswordLength).max(200);
/** One line as fields of the catalogue store it: no control characters, no half characters. */
const line = (shortest: number, longest: number) => z.string().max(1_000).transform(cleanLine).pipe(z.string().min(shortest).max(longest));
export const Login = line(2, 60);
/** Name of a person who works here, or of the JMD. */
export const DisplayName = line(2, 120);
export const Role = z.enum(['head', 'caseworker', 'admin_office']);
/** What opens a folder: a password (`login` null where there is one user) or the code of the Notfallblatt. */
export const Secret = z.union([
  z.strictObject({ login: Login.nullable(), password: Password }),
  z.strictObject({ code: z.string().max(100) }),
]);

/** Every procedure that needs an open store may answer these. */
export const open = oc.errors({
  LOCKED: {},
  CASES_DOOR_CLOSED: {},
  DISK_FULL: {},
  DISK_ERROR: {},
  /** A file whose processing is restricted is closed to all. */
  CASE_RESTRICTED: {},
});

/**
 * For whom a paper or a copy is made. For anybody but herself there must be a legal basis: an entry of the group `disclosure`, made before
 * with `cases.enter`, that says who gets what.
 */
export const Recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('young_person') }),
  z.strictObject({ kind: z.literal('third_party'), disclosure: EntryId }),
]);
