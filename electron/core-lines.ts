/** What the core prints, as far as it may stand in a file of notes: codes and places in the program, never a word of a person (R74). */
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** `INTERNAL cases.answer TypeError answer.ts:12:3`, `LOCK_NOT_LOGGED DISK_FULL`; and what V8 says when memory ends. */
const coded = /^(INTERNAL|[A-Z]+(_[A-Z]+)+)( [\w.:<>()/-]+)*$/;
const outOfMemory = /^FATAL ERROR: /;
const maxChars = 300;

/**
 * Lines of `output` that are codes go to `note`; anything else a program may print (a stack, a warning) is kept nowhere.
 *
 * Returns how the last lines are heard: to be called when the process ended, as Electron takes every listener off then and what the process
 * said last, why it ended, may still be on its way.
 */
export function noteCodes(output: Readable, note: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8');
  let begun = '';

  function look(line: string): void {
    if (outOfMemory.test(line)) note('OUT_OF_MEMORY');
    else if (coded.test(line)) note(line);
  }

  function hear(bytes: Buffer): void {
    const [...lines] = (begun + decoder.write(bytes)).split(/\r?\n/);
    // The longest line of ours is far shorter: of a longer one the beginning is enough to pass it over.
    begun = (lines.pop() ?? '').slice(0, 2 * maxChars);
    for (const line of lines) if (line.length <= maxChars) look(line);
  }

  output.on('data', hear);
  return () => {
    setImmediate(() => {
      output.off('data', hear);
      output.on('data', hear);
    });
  };
}
