import { change, retire } from './change.ts';
import { enter } from './enter.ts';
import { list, summary } from './list.ts';
import { moveToCase } from './move.ts';

export const tally = { enter, list, change, retire, moveToCase, summary };
