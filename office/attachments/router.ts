import { add } from './add.ts';
import { move } from './move.ts';
import { open } from './open.ts';
import { remove } from './remove.ts';

export const attachments = { add, open, move, remove };
