import { log } from './log.ts';
import { presets } from './presets.ts';

export const contacts = { presets, log };
