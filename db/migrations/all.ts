/** Every migration of every database, in order. A released one is never changed again. */
import type { Migration } from '../migrate.ts';
import { cases0001 } from './cases/0001-start.ts';
import { cases0002 } from './cases/0002-forgetting.ts';
import { cases0003 } from './cases/0003-words-later.ts';
import { cases0004 } from './cases/0004-beside-the-file.ts';
import { cases0005 } from './cases/0005-clock.ts';
import { cases0006 } from './cases/0006-inside.ts';
import { desk0001 } from './desk/0001-start.ts';
import { desk0002 } from './desk/0002-chains.ts';
import { desk0003 } from './desk/0003-forgetting.ts';
import { desk0004 } from './desk/0004-cards.ts';
import { desk0005 } from './desk/0005-what-was-removed.ts';
import { keys0001 } from './keys/0001-start.ts';
import { keys0002 } from './keys/0002-commits.ts';
import { keys0003 } from './keys/0003-forgotten-years.ts';

export const deskMigrations: readonly Migration[] = [desk0001, desk0002, desk0003, desk0004, desk0005];
export const casesMigrations: readonly Migration[] = [cases0001, cases0002, cases0003, cases0004, cases0005, cases0006];
/** Both keyrings. */
export const keyringMigrations: readonly Migration[] = [keys0001, keys0002, keys0003];
