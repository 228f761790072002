/**
 * `npm run -s lotse -- COMMAND`: for administrators, scripts and tests. Same core, same rights as the window (docs/cli.md).
 *
 * stdout: the result, with --json exactly one JSON value. stderr: progress and what went wrong.
 * Exit: 0 done · 1 refused, with code and advice · 2 wrong use.
 */
import { parseArgs } from 'node:util';
import { UsageError, type Command, type Json } from './command.ts';
import { allCommands, findCommand } from './commands/index.ts';
import { explain } from './explain.ts';
import { helpOf, overview } from './help.ts';

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
    const asked = words.length === 0 || words.includes('--help') || words.includes('-h');
    (asked ? process.stdout : process.stderr).write(overview(await allCommands()));
    return asked ? 0 : 2;
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
    if (problem instanceof UsageError || isParseError(problem)) {
      process.stderr.write(`${problem.message}\n\n${helpOf(command)}`);
      return 2;
    }
    const failure = explain(problem);
    if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
    process.stderr.write(`${failure.text}\n${failure.advice}\n(${failure.code})\n`);
    return failure.code === 'CKM_INPUT_INVALID' ? 2 : 1;
  }
}

function print(command: Command, result: Json, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(`${command.text?.(result) ?? JSON.stringify(result, null, 2)}\n`);
}

function isParseError(problem: unknown): problem is Error {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await run(process.argv.slice(2));
