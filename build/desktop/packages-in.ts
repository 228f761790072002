import type { Rolldown } from 'vite';

/** The npm packages whose code went into a bundle, sorted. */
export function packagesIn(output: Iterable<Rolldown.OutputChunk | Rolldown.OutputAsset>): readonly string[] {
  const found = new Set<string>();
  for (const chunk of output) {
    if (chunk.type !== 'chunk') continue;
    for (const id of Object.keys(chunk.modules)) {
      const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1];
      if (name !== undefined) found.add(name.replaceAll('\\', '/'));
    }
  }
  return [...found].sort();
}
