/** Every migration of every database, in order. A released one is never changed again. */
import type { Migration } from '../migrate.ts';
import { cases0001 } from './cases/0001-start.ts';
import { desk0001 } from './desk/0001-start.ts';
import { desk0002 } from './desk/0002-chains.ts';
import { keys0001 } from './keys/0001-start.ts';

export const deskMigrations: readonly Migration[] = [desk0001, desk0002];
export const casesMigrations: readonly Migration[] = [cases0001];
/** Both keyrings. */
export const keyringMigrations: readonly Migration[] = [keys0001];
