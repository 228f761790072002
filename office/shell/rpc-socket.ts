/** The WebSocket of the window: first message the secret, then RPC. */
import { RPCHandler } from '@orpc/server/ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { maxMessageBytes } from '../../shared/rpc/limits.ts';
import type { Core } from '../core.ts';
import type { LaunchTokens } from './launch-token.ts';
import { refusal, type Own } from './requests.ts';

/** A socket that has not shown its secret by then is closed. */
const secretTimeoutMs = 2_000;

/** Time for a window that is cut off to hang up, ms. */
const goodbyeMs = 1_000;

/** Close codes a window can tell apart. */
export const closeCodes = { secretWrong: 4401, replaced: 4409 } as const;

export interface RpcSockets {
  /** Cuts every window off: from now on nothing it says is heard, whenever it hangs up. */
  dropAll(): void;
  close(): void;
}

export interface RpcSocketOptions {
  readonly server: Server;
  readonly core: Core;
  readonly tokens: LaunchTokens;
  readonly own: () => Own;
  readonly onCount: (windows: number) => void;
}

function reject(socket: Duplex, status: 421 | 403 | 404): void {
  const text = { 403: 'Forbidden', 404: 'Not Found', 421: 'Misdirected Request' }[status];
  socket.end(`HTTP/1.1 ${String(status)} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

export function serveRpcSockets({ server, core, tokens, own, onCount }: RpcSocketOptions): RpcSockets {
  const handler = new RPCHandler(core.router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false });
  const admitted = new Set<WebSocket>();
  const cutOff = new WeakSet<WebSocket>();

  /** The socket as the RPC handler sees it: silent in both directions once the window is cut off. */
  function lineOf(socket: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
    const send = (data: Parameters<WebSocket['send']>[0]): void => {
      if (!cutOff.has(socket)) socket.send(data);
    };
    const addEventListener = (type: string, listen: (event: never) => void): void => {
      socket.addEventListener(type as 'message', (event) => {
        if (type !== 'message' || !cutOff.has(socket)) listen(event as never);
      });
    };
    return { send, addEventListener } as Pick<WebSocket, 'addEventListener' | 'send'>;
  }

  function cut(socket: WebSocket): void {
    cutOff.add(socket);
    socket.close(closeCodes.replaced);
    const timer = setTimeout(() => { socket.terminate(); }, goodbyeMs);
    socket.once('close', () => { clearTimeout(timer); });
  }

  function greet(socket: WebSocket): void {
    const timer = setTimeout(() => { socket.close(closeCodes.secretWrong); }, secretTimeoutMs);
    // A broken connection is followed by `close`, where we tidy up.
    socket.on('error', () => { socket.terminate(); });
    socket.on('close', () => {
      clearTimeout(timer);
      if (admitted.delete(socket)) onCount(admitted.size);
    });
    socket.once('message', (data: Buffer, isBinary) => {
      clearTimeout(timer);
      if (cutOff.has(socket) || isBinary || !tokens.isSecret(data.toString('utf8'))) {
        socket.close(closeCodes.secretWrong);
        return;
      }
      admitted.add(socket);
      onCount(admitted.size);
      void handler.upgrade(lineOf(socket), { context: core.context });
    });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = refusal(request, own(), true);
    if (refused !== null) reject(socket, refused);
    else if (request.url !== '/rpc') reject(socket, 404);
    else sockets.handleUpgrade(request, socket, head, greet);
  });

  return {
    dropAll: () => {
      for (const socket of sockets.clients) cut(socket);
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
