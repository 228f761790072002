/** `blob:` addresses hold whole files in memory: each one made here can be let go of, and locking lets go of all. */
const held = new Map<string, ReturnType<typeof setTimeout> | undefined>();

export function holdBlob(blob: Blob): string {
  const url = URL.createObjectURL(blob);
  held.set(url, undefined);
  return url;
}

export function dropBlob(url: string): void {
  if (!held.has(url)) return;
  clearTimeout(held.get(url));
  held.delete(url);
  URL.revokeObjectURL(url);
}

/** Lets go of it in a while. The timer stands here, not with the caller: a timer that waits holds all that its caller could see. */
export function dropBlobIn(url: string, milliseconds: number): void {
  if (held.has(url)) held.set(url, setTimeout(dropBlob, milliseconds, url));
}

export function dropAllBlobs(): void {
  for (const url of [...held.keys()]) dropBlob(url);
}
