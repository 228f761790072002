/**
 * How the window gets to the office core.
 *
 * Browser shell: a one-time token stands in the address behind `#`; it is taken out of the address bar at once, posted to /session, and
 * the answered secret lives in this page's memory alone: after a reload it is gone, by design. Desktop shell: the preload script hands
 * MessagePorts to the page by `window.postMessage(channel, location.origin, [port])` and there is no token.
 */

/** The launch token of the address, taken out of it; null when there is none. Routes begin with `#/`, a token never does. */
export function takeLaunchToken(): string | null {
  const fragment = location.hash.slice(1);
  if (fragment === '' || fragment.startsWith('/')) return null;
  history.replaceState(null, '', `${location.pathname}${location.search}#/`);
  return fragment;
}

export type Redeemed = { readonly secret: string } | { readonly code: string };

/** Trades the token for the secret. `code`: LAUNCH_TOKEN_UNKNOWN, LAUNCH_TOKEN_REUSED, CONNECTION_LOST. */
export async function redeemToken(token: string): Promise<Redeemed> {
  let answer: unknown;
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    answer = await response.json();
  } catch {
    // Nobody answers on this port, or not our server: for the person at the window it is the same.
    return { code: 'CONNECTION_LOST' };
  }
  if (typeof answer === 'object' && answer !== null) {
    if ('secret' in answer && typeof answer.secret === 'string') return { secret: answer.secret };
    if ('code' in answer && typeof answer.code === 'string') return { code: answer.code };
  }
  return { code: 'CONNECTION_LOST' };
}

/** True in the browser shell; the desktop shell serves the page under a scheme of its own. */
export function inBrowserShell(): boolean {
  return location.protocol === 'http:';
}

/** Every port that comes by this channel (electron/channels.ts), from now on: `lotse:core` again after each restart of the core. */
export function onPort(channel: 'lotse:core', take: (port: MessagePort) => void): void {
  window.addEventListener('message', (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.source === window && event.data === channel && port !== undefined) take(port);
  });
}

/** An open socket that has said the secret; rejects when the core cannot be reached. */
export function openSocket(secret: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/rpc`);
    socket.addEventListener('open', () => {
      socket.send(secret);
      resolve(socket);
    });
    socket.addEventListener('close', (event) => reject(new Error(`closed ${event.code}`)));
  });
}
