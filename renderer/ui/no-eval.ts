/** Imported first by every window: zod then compiles nothing from text, which the page's policy would refuse and report. */
import { config } from 'zod';

config({ jitless: true });
