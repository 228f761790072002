import { changes } from './changes.ts';
import { handedOver } from './hand-over.ts';
import { kept } from './kept.ts';
import { languages } from './languages.ts';
import { preview } from './preview.ts';
import { print } from './print.ts';
import { show } from './show.ts';

export const plan = { preview, print, kept, languages, changes, show, handedOver };
