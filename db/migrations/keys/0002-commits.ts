import type { Migration } from '../../migrate.ts';
import { commits } from '../commits.ts';

export const keys0002: Migration = { number: 2, sql: commits };
