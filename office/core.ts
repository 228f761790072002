/**
 * The office core: one process, one data folder, at most one open store. Both shells, the command line and the tests reach it through the
 * same procedures.
 */
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { CoreOptions, OfficeContext, Session } from './context.ts';
import { sweepOnNewDay } from './forgetting/sweep.ts';
import { createOutboxTimer } from './monitoring/outbox-timer.ts';
import { router } from './router.ts';
import { createIdleLock } from './session/idle-lock.ts';
import { lockOffice, oneAtATime } from './session/open-store.ts';

export interface Core {
  readonly router: typeof router;
  readonly context: OfficeContext;
  /** Also waits for an unlock that is under way, and locks what it opened. */
  lock(): Promise<void>;
  /** Locks, and says at the next unlock why. */
  warn(code: 'LAUNCH_TOKEN_REUSED'): Promise<void>;
}

export type CoreClient = RouterClient<typeof router>;

/** Opens nothing: the folder is looked at when a window asks. The caller closes `options.documents`. */
export function createCore(options: CoreOptions): Core {
  const session: Session = { open: null, warning: null, busy: Promise.resolve() };
  const context: OfficeContext = { options, session, outbox: createOutboxTimer(() => context), idle: createIdleLock(() => context), day: { touch: () => { sweepOnNewDay(context); } } };

  async function lock(): Promise<void> {
    lockOffice(context);
    await oneAtATime(context, async () => { lockOffice(context); });
  }

  return {
    router,
    context,
    lock,
    warn: async (code) => {
      await lock();
      session.warning = code;
    },
  };
}

/** The same procedures called in this process, with the same rights: for the command line and tests. */
export function coreClient(core: Core): CoreClient {
  return createRouterClient(core.router, { context: core.context });
}
