/** What main tells the window by itself. A window that begins to listen hears first what is so already. */
import type { ShellEvent } from '../shared/rpc/shell.contract.ts';

export interface ShellEvents {
  send(event: ShellEvent): void;
  /** Until `signal`. */
  listen(signal: AbortSignal | undefined): AsyncGenerator<ShellEvent, void>;
}

/** `standing`: what a new listener is told at once. */
export function createShellEvents(standing: () => readonly ShellEvent[]): ShellEvents {
  const listeners = new Set<(event: ShellEvent) => void>();
  return {
    send: (event) => {
      for (const tell of listeners) tell(event);
    },
    listen: async function* (signal) {
      const waiting: ShellEvent[] = [...standing()];
      let wake = (): void => undefined;
      const tell = (event: ShellEvent): void => {
        waiting.push(event);
        wake();
      };
      const end = (): void => { wake(); };
      listeners.add(tell);
      signal?.addEventListener('abort', end);
      try {
        while (signal?.aborted !== true) {
          const next = waiting.shift();
          if (next !== undefined) yield next;
          else await new Promise<void>((resolve) => { wake = resolve; });
        }
      } finally {
        listeners.delete(tell);
        signal?.removeEventListener('abort', end);
      }
    },
  };
}
