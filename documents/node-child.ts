/** The document process as a child of this Node process: browser shell, command line, tests. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PrintAnswer } from './answer.ts';
import type { DocumentChild, StartChild } from './child.ts';

const shipped = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** `args` go to `worker`. */
export function nodeChild(worker = shipped, args: readonly string[] = []): StartChild {
  return (listener): DocumentChild => {
    const child = fork(worker, [...args], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', (answer: PrintAnswer) => { listener.message(answer); });
    child.on('error', () => { listener.end(); });
    child.on('disconnect', () => { listener.end(); });
    child.on('exit', () => { listener.end(); });
    // An idle process holds nobody up.
    child.unref();
    child.channel?.unref();
    return {
      send: (request) => {
        child.send(request, (problem) => {
          if (problem !== null) listener.end();
        });
      },
      kill: () => void child.kill('SIGKILL'),
      end: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.ref();
        const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
        if (child.connected) child.disconnect();
        else child.kill('SIGKILL');
        await ended;
      },
    };
  };
}
