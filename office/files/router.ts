import { look } from './look.ts';

export const files = { look };
