/**
 * Counts the steps a process takes towards the disk, and ends the process at one of them as a power switch would.
 *
 * A step is a call of node:fs that changes something, or a statement of SQLite that was run. Half of the kills come before the step, half after.
 */
import Database from 'better-sqlite3';
import fs from 'node:fs';

const writers = ['writeSync', 'writeFileSync', 'renameSync', 'rmSync', 'unlinkSync', 'mkdirSync', 'fsyncSync', 'ftruncateSync', 'truncateSync', 'copyFileSync', 'cpSync', 'openSync'] as const;

export interface Steps {
  count(): number;
  /** The process ends `ahead` steps from now; 0 forgets it. */
  killIn(ahead: number): void;
  /** Told before a statement that works on the whole file. */
  onWholeFile(tell: (statement: string) => void): void;
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

export function countSteps(): Steps {
  let taken = 0;
  let last = Infinity;
  let tell: (statement: string) => void = () => undefined;

  const step = (object: object, name: string): void => {
    const slot = object as Record<string, Callable>;
    const original = slot[name];
    if (original === undefined) throw new Error(`nothing called ${name}`);
    slot[name] = function (...args) {
      taken += 1;
      const mine = taken === last;
      if (mine && taken % 2 === 0) process.kill(process.pid, 'SIGKILL');
      const [statement] = args;
      if ((name === 'exec' || name === 'pragma') && typeof statement === 'string' && /vacuum|wal_checkpoint|create/i.test(statement)) tell(statement);
      const result = original.apply(this, args);
      if (mine) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  };
  for (const name of writers) step(fs, name);
  step(Database.prototype, 'exec');
  step(Database.prototype, 'pragma');
  const memory = new Database(':memory:');
  step(Object.getPrototypeOf(memory.prepare('SELECT 1')) as object, 'run');
  memory.close();

  return {
    count: () => taken,
    killIn: (ahead) => {
      last = ahead === 0 ? Infinity : taken + ahead;
    },
    onWholeFile: (listener) => {
      tell = listener;
    },
  };
}
