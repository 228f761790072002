/** `blob:` addresses hold whole files in memory: each one made here can be let go of, and locking lets go of all. */
const held = new Set<string>();

export function holdBlob(blob: Blob): string {
  const url = URL.createObjectURL(blob);
  held.add(url);
  return url;
}

export function dropBlob(url: string): void {
  if (held.delete(url)) URL.revokeObjectURL(url);
}

export function dropAllBlobs(): void {
  for (const url of held) URL.revokeObjectURL(url);
  held.clear();
}
