/** The operator's token may come behind the # of the address: that part never travels to a server. */

/** The token, taken out of the address at once, so that it stays neither there nor in the history; null when there is none. */
export function takeTokenFromAddress(
  place: Pick<Location, 'hash' | 'pathname'>,
  past: Pick<History, 'replaceState'>,
): string | null {
  const token = /^#token=([0-9a-f]{64})$/.exec(place.hash)?.[1];
  if (token === undefined) return null;
  past.replaceState(null, '', place.pathname);
  return token;
}
