/** The one client of the window. It stays the same object while connections come and go below it. */
import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { officeContract } from '../../shared/rpc/office.contract.ts';
import { keepPort } from './core-port.ts';
import { openSocket, redeemToken, takeLaunchToken } from './launch.ts';
import type { Shell } from './shell/client.ts';

export type OfficeClient = ContractRouterClient<typeof officeContract>;

/**
 * `lost`: tried again by itself. `ended`: only opening Lotse anew helps; `code` says why (NO_TOKEN after a reload, LAUNCH_TOKEN_…,
 * WINDOW_REPLACED, CONNECTION_LOST, CORE_GIVEN_UP).
 */
export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  | { readonly phase: 'lost' }
  | { readonly phase: 'ended'; readonly code: string };

export type Link = ClientLink<Record<never, never>>;

/** Close codes of office/shell/rpc-socket. */
const secretWrong = 4401;
const replaced = 4409;
/** Pauses between attempts, in milliseconds; the last one repeats. */
const pausesMs = [300, 1_000, 2_000, 5_000];

interface Watcher {
  /** null in the browser shell. */
  readonly shell: Pick<Shell, 'listen'> | null;
  readonly onstate: (state: ConnectionState) => void;
  /** The core answered LOCKED: another place locked it, or it was idle too long. */
  readonly onlocked: () => void;
}

/** Starts connecting at once and reports every change. Calls without a connection fail with the code CONNECTION_LOST. */
export function connect({ shell, onstate, onlocked }: Watcher): OfficeClient {
  let link: Link | null = null;

  async function call(...[path, input, options]: Parameters<Link['call']>): Promise<unknown> {
    if (link === null) throw new ORPCError('CONNECTION_LOST');
    try {
      return await link.call(path, input, options);
    } catch (problem) {
      if (!(problem instanceof ORPCError)) throw new ORPCError('CONNECTION_LOST', { cause: problem });
      if (problem.code === 'LOCKED') onlocked();
      throw problem;
    }
  }

  async function keepSocket(secret: string, attempt: number): Promise<void> {
    let closed = (_code: number): void => undefined;
    try {
      const socket = await openSocket(secret);
      socket.addEventListener('close', (event) => closed(event.code));
      link = new SocketLink({ websocket: socket });
      onstate({ phase: 'open' });
    } catch {
      // Not reachable now: the next attempt follows, and the window says so meanwhile.
      onstate({ phase: 'lost' });
      setTimeout(() => void keepSocket(secret, attempt + 1), pausesMs[Math.min(attempt, pausesMs.length - 1)]);
      return;
    }
    closed = (code) => {
      link = null;
      if (code === secretWrong) onstate({ phase: 'ended', code: 'CONNECTION_LOST' });
      else if (code === replaced) onstate({ phase: 'ended', code: 'WINDOW_REPLACED' });
      else {
        onstate({ phase: 'lost' });
        setTimeout(() => void keepSocket(secret, 0), pausesMs[0]);
      }
    };
  }

  async function start(): Promise<void> {
    const token = takeLaunchToken();
    const redeemed = token === null ? { code: 'NO_TOKEN' } : await redeemToken(token);
    if ('code' in redeemed) onstate({ phase: 'ended', code: redeemed.code });
    else await keepSocket(redeemed.secret, 0);
  }

  if (shell === null) void start();
  else {
    keepPort(shell, (fresh, state) => {
      link = fresh;
      onstate(state);
    });
  }
  return createORPCClient<OfficeClient>({ call });
}
