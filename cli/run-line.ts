/** One command line, from its words to what is written and the exit code; main.ts is the process around it. */
import { parseArgs } from 'node:util';
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

/** Where a command line writes: the process. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** Runs one command line; returns the exit code. */
export async function runLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const command = await findCommand(words);
  if (command === undefined) {
    const help = overview(await allCommands());
    if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
      terminal.stdout.write(help);
      return 0;
    }
    complain(terminal, explain(new UsageError('diesen Befehl gibt es nicht')), words.includes('--json'), help);
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
      terminal.stdout.write(helpOf(command));
      return 0;
    }
    const talk = !json && terminal.stderr.isTTY === true;
    const result = await command.run({
      positionals,
      values,
      progress: (text) => {
        if (talk) terminal.stderr.write(`${text}\n`);
      },
    });
    if (result !== undefined) print(terminal, command, result, json);
    return 0;
  } catch (problem) {
    const failure = explain(problem);
    const wrongUse = failure.code === 'WRONG_USE' || failure.code === 'CKM_INPUT_INVALID';
    complain(terminal, failure, json, wrongUse ? helpOf(command) : null);
    return wrongUse ? 2 : 1;
  }
}

function complain(terminal: Terminal, failure: Failure, json: boolean, help: string | null): void {
  if (json) terminal.stdout.write(`${safeJson({ error: failure })}\n`);
  const { text, advice, reason, code } = failure;
  terminal.stderr.write(`${safeLines([text, reason, advice, `(${code})`].filter((line) => line !== undefined).join('\n'))}\n`);
  if (help !== null) terminal.stderr.write(`\n${help}`);
}

function print(terminal: Terminal, command: Command, result: Json, json: boolean): void {
  if (json) terminal.stdout.write(`${safeJson(result)}\n`);
  else terminal.stdout.write(`${safeLines(command.text?.(result) ?? safeJson(result, 2))}\n`);
}
