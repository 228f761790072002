/** What the core prints, as far as it may stand in a file of notes: codes and places in the program, never a word of a person (R74). */
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** `INTERNAL cases.answer TypeError answer.ts:12:3`, `LOCK_NOT_LOGGED DISK_FULL`; and what V8 says when memory ends. */
const coded = /^(INTERNAL|[A-Z]+(_[A-Z]+)+)( [\w.:<>()/-]+)*$/;
const outOfMemory = /^FATAL ERROR: /;
const maxChars = 300;

/** Lines of `output` that are codes go to `note`; anything else a program may print (a stack, a warning) is kept nowhere. */
export function noteCodes(output: Readable, note: (line: string) => void): void {
  createInterface({ input: output }).on('line', (line) => {
    const short = line.slice(0, maxChars);
    if (outOfMemory.test(short)) note('OUT_OF_MEMORY');
    else if (coded.test(short)) note(short);
  });
}
