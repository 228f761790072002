import { list } from './list.ts';
import { remove } from './remove.ts';
import { change, write } from './write.ts';

export const workNotes = { list, write, change, remove };
