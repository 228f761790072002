/** Starts and watches the document process. */
import type { PrintAnswer } from './answer.ts';
import type { DocumentChild, StartChild } from './child.ts';
import type { DocumentService, Paper, PrintedPaper } from './contract.ts';
import { nodeChild } from './node-child.ts';

export class DocumentError extends Error {
  readonly code = 'DOCUMENT_FAILED';
}

interface Waiting {
  readonly resolve: (paper: PrintedPaper) => void;
  readonly reject: (problem: DocumentError) => void;
  readonly timer: NodeJS.Timeout;
}

export interface DocumentProcessOptions {
  /** Per paper. */
  readonly timeoutMs?: number;
  /** By default a child of this process. */
  readonly start?: StartChild;
}

/**
 * A document service in a process of its own, started with the first paper.
 *
 * After the time limit, or when the process dies, that paper (and any waiting behind it) fails with `DOCUMENT_FAILED` and the next one
 * starts a fresh process.
 */
export function startDocumentProcess({ timeoutMs = 20_000, start = nodeChild() }: DocumentProcessOptions = {}): DocumentService {
  let current: DocumentChild | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  function settle(id: number, how: (one: Waiting) => void): void {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    how(one);
  }

  function failAll(why: string): void {
    for (const id of waiting.keys()) settle(id, ({ reject }) => { reject(new DocumentError(why)); });
  }

  /** Whatever a process is given after it hung up, or could not be started, ends here and not as an error of this process. */
  function giveUp(child: DocumentChild, why: string): void {
    if (current !== child) return;
    current = null;
    child.kill();
    failAll(why);
  }

  function answered(child: DocumentChild, answer: PrintAnswer): void {
    settle(answer.id, ({ resolve, reject }) => {
      if (answer.ok) resolve({ pdf: answer.pdf, replacedCharacters: answer.replacedCharacters });
      else reject(new DocumentError('the paper could not be set'));
    });
    // Nobody waits for it, and nobody else gives it work: it can go without a paper being lost.
    if (answer.full && waiting.size === 0) giveUp(child, 'the document process is full');
  }

  function startOne(): DocumentChild {
    const child: DocumentChild = start({
      message: (answer) => { answered(child, answer); },
      end: () => { giveUp(child, 'the document process ended'); },
    });
    return child;
  }

  return {
    print: (paper: Paper) =>
      new Promise((resolve, reject) => {
        const id = nextId;
        nextId += 1;
        const timer = setTimeout(() => {
          if (current === null) failAll('the time limit passed');
          else giveUp(current, 'the time limit passed');
        }, timeoutMs);
        waiting.set(id, { resolve, reject, timer });
        try {
          (current ??= startOne()).send({ id, paper });
        } catch {
          // Not started at all, or a paper that no channel carries.
          settle(id, () => { reject(new DocumentError('the paper could not be handed over')); });
        }
      }),
    close: async () => {
      const ending = current;
      current = null;
      failAll('the document process was closed');
      await ending?.end();
    },
  };
}
