/**
 * The one way out of the desktop shell: a session of its own, through the system's proxy and with the certificates the system trusts, to the
 * operator's address and nowhere else. The session of the window asks nobody, so it cannot serve here.
 */
import { session } from 'electron';

/** Kept in memory: neither cookies nor copies of what was asked outlive the program. */
export const updatesPartition = 'lotse-updates';

/** `source` null: everything is refused. */
export function updatesFetch(source: URL | null): typeof fetch {
  const own = session.fromPartition(updatesPartition, { cache: false });
  // The last listener is the one that counts, also where every new session was forbidden everything.
  own.webRequest.onBeforeRequest((details, decide) => { decide({ cancel: source === null || !details.url.startsWith(source.href) }); });
  return async (input, init) => own.fetch(input instanceof URL ? input.href : input, init);
}
