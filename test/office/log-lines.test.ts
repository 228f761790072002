/** What a failure says to the operator and to the window: codes and places in the program, whatever its message quotes (R74). */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { StoreError } from '../../db/errors.ts';
import { toContractError } from '../../office/contract-errors.ts';

const word = 'Quastenflosserkanarie';

/** The one who throws has a name of this program; the message has the young person's. */
function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (problem) {
    return problem;
  }
  throw new Error('nothing was thrown');
}

const failures: readonly (readonly [string, unknown])[] = [
  ['a message', new Error(`Frau ${word} wohnt in der /home/${word}/Straße`)],
  ['a message of many lines', new Error(`Zeile 1\n    at ${word} (Zeile 2)\nZeile 3`.replace('    at ', '  '))],
  ['a cause', new Error('INTERNAL', { cause: new Error(word) })],
  ['a failed check of what was typed', thrownBy(() => z.object({ [word]: z.literal(word) }).parse({ [word]: `${word}!` }))],
  ['a statement of SQLite', thrownBy(() => new Database(':memory:').exec(`SELECT ${word}`))],
  ['JSON that is none', thrownBy(() => JSON.parse(word))],
  ['a store error with such a cause', new StoreError('DATABASE_DAMAGED', new Error(word))],
  ['a text instead of an error', word],
  ['an object instead of an error', { name: word, message: word }],
];

test.each(failures)('%s that quotes a name leaves it in no line of the log and in no answer', (_, problem) => {
  const lines: string[] = [];
  const answer = toContractError(problem, ['cases', 'answer'], (line) => lines.push(line));
  expect(JSON.stringify([lines, answer, answer.message, answer.cause ?? null])).not.toContain(word);
  expect(['INTERNAL', 'DATABASE_DAMAGED']).toContain((answer as { code?: string }).code);
  for (const line of lines) expect(line).toMatch(/^INTERNAL cases\.answer \S/);
});

test('the place in the program is said, by file and line and without the folder it lies in', () => {
  const lines: string[] = [];
  toContractError(new Error(word), ['plan', 'print'], (line) => lines.push(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('log-lines.test.ts:');
  expect(lines[0]).not.toContain('/');
});
