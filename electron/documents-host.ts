/** The document process of a core: the core asks, main starts it, and the two talk over a port of their own. */
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';
import { join } from 'node:path';
import type { FromCore, ToCore } from '../office/desktop-messages.ts';
import { noCoreDump } from '../office/no-dumps.ts';

export interface DocumentsHost {
  heard(message: Exclude<FromCore, { kind: 'ready' }>): void;
  /** The core is gone: nobody waits for a paper any more. */
  close(): void;
}

export function serveDocuments(core: Pick<UtilityProcess, 'postMessage'>, folder: string): DocumentsHost {
  const running = new Map<number, UtilityProcess>();

  function start(id: number): void {
    // Whatever Typst or a panic prints may quote the paper: it goes nowhere.
    const child = utilityProcess.fork(join(folder, 'documents.mjs'), [], { serviceName: 'Lotse Papiere', stdio: 'ignore' });
    running.set(id, child);
    // Followed by `exit`; its report is not wanted.
    child.on('error', () => undefined);
    child.once('exit', () => {
      // Not after close(): then there is no core to tell.
      if (running.delete(id)) core.postMessage({ kind: 'documents-ended', id } satisfies ToCore);
    });
    child.once('spawn', () => {
      // A paper is in its memory: no dump of it, and no paper before that.
      if (child.pid !== undefined) noCoreDump(child.pid);
      if (!running.has(id)) return;
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage(null, [port1]);
      core.postMessage({ kind: 'documents', id } satisfies ToCore, [port2]);
    });
  }

  return {
    heard: ({ kind, id }) => {
      if (kind === 'documents') start(id);
      else running.get(id)?.kill();
    },
    close: () => {
      const children = [...running.values()];
      running.clear();
      for (const child of children) child.kill();
    },
  };
}
