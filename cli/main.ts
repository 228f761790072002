/**
 * `npm run -s lotse -- COMMAND`: for administrators, scripts and tests. Same core, same rights as the window (docs/cli.md).
 *
 * stdout: the result, with --json exactly one JSON value. stderr: progress and what went wrong.
 * Exit: 0 done · 1 refused, with code and advice · 2 wrong use.
 */
import './quick-modules.ts';
import { parseArgs } from 'node:util';
import { refusal, writeNoDumps, writingSwitch } from '../office/no-dumps.ts';
import { UsageError, type Command, type Json } from './command.ts';
import { allCommands, findCommand } from './commands/index.ts';
import { explain, type Failure } from './explain.ts';
import { helpOf, overview } from './help.ts';
import { safeJson, safeLines } from './terminal-safe.ts';

const globalOptions = {
  dir: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  login: { type: 'string' },
  'password-file': { type: 'string' },
  today: { type: 'string' },
} as const;

/** Runs one command line; returns the exit code. */
async function run(words: readonly string[]): Promise<number> {
  const command = await findCommand(words);
  if (command === undefined) {
    const help = overview(await allCommands());
    if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
      process.stdout.write(help);
      return 0;
    }
    complain(explain(new UsageError('diesen Befehl gibt es nicht')), words.includes('--json'), help);
    return 2;
  }
  const json = words.includes('--json');
  try {
    const { values, positionals } = parseArgs({
      args: words.slice(command.name.length),
      options: { ...globalOptions, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    if (values['help'] === true) {
      process.stdout.write(helpOf(command));
      return 0;
    }
    const talk = !json && process.stderr.isTTY;
    const result = await command.run({
      positionals,
      values,
      progress: (text) => {
        if (talk) process.stderr.write(`${text}\n`);
      },
    });
    if (result !== undefined) print(command, result, json);
    return 0;
  } catch (problem) {
    const failure = explain(problem);
    const wrongUse = failure.code === 'WRONG_USE' || failure.code === 'CKM_INPUT_INVALID';
    complain(failure, json, wrongUse ? helpOf(command) : null);
    return wrongUse ? 2 : 1;
  }
}

function complain(failure: Failure, json: boolean, help: string | null): void {
  if (json) process.stdout.write(`${safeJson({ error: failure })}\n`);
  const { text, advice, reason, code } = failure;
  process.stderr.write(`${safeLines([text, reason, advice, `(${code})`].filter((line) => line !== undefined).join('\n'))}\n`);
  if (help !== null) process.stderr.write(`\n${help}`);
}

function print(command: Command, result: Json, json: boolean): void {
  if (json) process.stdout.write(`${safeJson(result)}\n`);
  else process.stdout.write(`${safeLines(command.text?.(result) ?? safeJson(result, 2))}\n`);
}

const forbidden = writingSwitch();
if (forbidden !== null) {
  process.stderr.write(refusal(forbidden));
  process.exit(2);
}
writeNoDumps();
// What a command writes, a plan among it, is for this person alone.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));
