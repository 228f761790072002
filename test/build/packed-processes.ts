/** The `electron` module as far as core and documents need it, with real processes of whichever built program main names. */
import { MessageChannelMain } from '../electron/stand-in/ports.ts';
import { utilityProcesses } from '../electron/stand-in/utility-process.ts';

const { utilityProcess, started } = utilityProcesses(
  // As on somebody's PC: nothing of this run of tests comes along.
  (entry) => ({ entry, imports: [], env: { NODE_OPTIONS: '' } }),
  () => undefined,
);

export { MessageChannelMain, started, utilityProcess };
