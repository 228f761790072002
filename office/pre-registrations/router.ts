import { change, create, list, remove } from './keep.ts';
import { toCase } from './to-case.ts';

export const preRegistrations = { list, create, change, remove, toCase };
