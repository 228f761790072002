/**
 * `npm run -s lotse -- COMMAND`: for administrators, scripts and tests. Same core, same rights as the window (docs/cli.md).
 *
 * stdout: the result, with --json exactly one JSON value. stderr: progress and what went wrong.
 * Exit: 0 done · 1 refused, with code and advice · 2 wrong use.
 */
import './quick-modules.ts';
import { refusal, writeNoDumps, writingSwitch } from '../office/no-dumps.ts';
import { runLine } from './run-line.ts';

const forbidden = writingSwitch();
if (forbidden !== null) {
  process.stderr.write(refusal(forbidden));
  process.exit(2);
}
writeNoDumps();
// What a command writes, a plan among it, is for this person alone.
process.umask(0o077);
process.exitCode = await runLine(process.argv.slice(2), process);
