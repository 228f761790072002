import type { Migration } from '../../migrate.ts';
import { histories0002 } from '../histories-0002.ts';

export const cases0002: Migration = { number: 2, sql: histories0002 };
