/** Starts and watches the document process. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DocumentService, Paper, PrintedPaper } from './contract.ts';
import type { PrintAnswer, PrintRequest } from './worker.ts';

export class DocumentError extends Error {
  readonly code = 'DOCUMENT_FAILED';
}

interface Waiting {
  readonly resolve: (paper: PrintedPaper) => void;
  readonly reject: (problem: DocumentError) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A document service in a process of its own, started with the first paper.
 *
 * `timeoutMs` per paper; after it, or when the process dies, that paper (and any waiting behind it) fails with
 * `DOCUMENT_FAILED` and the next one starts a fresh process.
 */
export function startDocumentProcess(timeoutMs = 20_000, worker = fileURLToPath(new URL('./worker.ts', import.meta.url))): DocumentService {
  let child: ChildProcess | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  const failAll = (why: string): void => {
    for (const [id, { reject, timer }] of waiting) {
      clearTimeout(timer);
      waiting.delete(id);
      reject(new DocumentError(why));
    }
  };

  /** Whatever a process is given after it hung up, or could not be started, ends here and not as an error of this process. */
  const giveUp = (on: ChildProcess, why: string): void => {
    if (child !== on) return;
    child = null;
    on.kill('SIGKILL');
    failAll(why);
  };

  const start = (): ChildProcess => {
    const fresh = fork(worker, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    fresh.on('message', (answer: PrintAnswer) => {
      const one = waiting.get(answer.id);
      if (one === undefined) return;
      waiting.delete(answer.id);
      clearTimeout(one.timer);
      if (answer.ok) one.resolve({ pdf: answer.pdf, replacedCharacters: answer.replacedCharacters });
      else one.reject(new DocumentError('the paper could not be set'));
    });
    fresh.on('error', () => { giveUp(fresh, 'the document process could not be started or reached'); });
    fresh.on('disconnect', () => { giveUp(fresh, 'the document process hung up'); });
    fresh.on('exit', () => { giveUp(fresh, 'the document process ended'); });
    fresh.unref();
    fresh.channel?.unref();
    return fresh;
  };

  return {
    print: (paper: Paper) =>
      new Promise((resolve, reject) => {
        const id = nextId;
        nextId += 1;
        const timer = setTimeout(() => {
          // Stuck in native code it would not hear a polite signal.
          if (child === null) failAll('the time limit passed');
          else giveUp(child, 'the time limit passed');
        }, timeoutMs);
        waiting.set(id, { resolve, reject, timer });
        try {
          const at = (child ??= start());
          at.send({ id, paper } satisfies PrintRequest, (problem) => {
            if (problem !== null) giveUp(at, 'the document process hung up');
          });
        } catch {
          // Not started at all, or a paper that no channel carries.
          clearTimeout(timer);
          waiting.delete(id);
          reject(new DocumentError('the paper could not be handed over'));
        }
      }),
    close: async () => {
      const ending = child;
      child = null;
      failAll('the document process was closed');
      if (ending !== null && ending.exitCode === null) {
        // Unreferenced so far, so that an idle process holds nobody up; now we wait for it.
        ending.ref();
        const ended = new Promise((resolve) => ending.once('exit', resolve).once('error', resolve));
        if (ending.connected) ending.disconnect();
        else ending.kill('SIGKILL');
        await ended;
      }
    },
  };
}
