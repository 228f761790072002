/**
 * Every npm package that is in the program, in any form. `npm run package:check` compares it with what the bundler really took, so that a new
 * package is looked at by a person before it ships: is it needed, what does its licence ask?
 */

/** Bundled into our own files: main, core, documents, workers, window. */
export const bundledPackages = [
  '@humanwhocodes/momoa',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  '@orpc/shared',
  '@orpc/standard-server',
  '@orpc/standard-server-fetch',
  '@orpc/standard-server-peer',
  'canonicalize',
  'clsx',
  'drizzle-orm',
  'fractional-indexing',
  'lib0',
  'libsodium-sumo',
  'libsodium-wrappers-sumo',
  'qr',
  'svelte',
  'yjs',
  'zod',
] as const;

/** Only files of them: fonts for paper and for the window. */
export const fontPackages = [
  '@expo-google-fonts/amiri',
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/noto-sans-ethiopic',
  '@fontsource-variable/noto-sans',
] as const;

/** Not from the tree: the program that runs it. Its binary comes with the package that the lockfile names. */
export const framework = 'electron';

/** Parts inside a package that have a name and a licence of their own; texts in build/desktop/licences. */
export const innerParts = [
  { name: 'SQLite', licence: 'blessing', file: 'sqlite.txt' },
  { name: 'SQLite3 Multiple Ciphers', licence: 'MIT AND BSD-3-Clause', file: 'sqlite3-multiple-ciphers.txt' },
  { name: 'Typst', licence: 'Apache-2.0', file: 'typst.txt' },
  { name: 'Chromium, Node.js', licence: 'BSD-3-Clause AND MIT', file: 'chromium.txt' },
] as const;

/** Packages that say only in package.json what their licence is: the text comes from another package under the same one. */
export const textsFromElsewhere: Readonly<Record<string, string>> = {
  '@humanwhocodes/momoa': 'canonicalize',
  'drizzle-orm': 'canonicalize',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu': '@myriaddreamin/typst-ts-node-compiler',
  '@myriaddreamin/typst-ts-web-compiler': '@myriaddreamin/typst-ts-node-compiler',
};
