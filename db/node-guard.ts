/**
 * Ends a program on a Node that cannot run the native SQLite. Imported first by what loads it: its version 13 ends Node 20 with a segmentation
 * fault instead of a word (R77). The launcher brings its own Node, the desktop program its own Electron; this is for who starts past them.
 */

/** Node-API that the library was built for (binding.gyp), and the Node whose TypeScript and library we use. */
const oldest = { node: 24, napi: 10 } as const;

type Versions = Readonly<Record<'node', string> & Partial<Record<'napi' | 'electron', string>>>;

/** Why this engine cannot run the store; null when it can. First a line that the desktop shell may keep in its notes. */
export function whyNotHere({ node, napi = '0', electron }: Versions): string | null {
  if (Number(node.split('.')[0]) >= oldest.node && Number(napi) >= oldest.napi) return null;
  if (electron === undefined) {
    return `Lotse braucht Node ${String(oldest.node)} oder neuer, gestartet wurde Node v${node}. Bitte mit „npm start“ oder „npm run lotse“ starten.\n`;
  }
  return `ENGINE_TOO_OLD ${electron} ${node} ${napi}\nLotse passt nicht zu Electron ${electron} (Node ${node}, Node-API ${napi}). Bitte Lotse neu installieren.\n`;
}

const refusal = whyNotHere(process.versions);
if (refusal !== null) {
  process.stderr.write(refusal);
  process.exit(1);
}
