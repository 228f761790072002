/**
 * Ends a program on a Node that cannot run it. Imported first by what loads the native SQLite: its version 13 ends Node 20 with a
 * segmentation fault instead of a word (R77). The launcher brings its own Node; this is for who starts past it.
 */
const oldest = 24;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  process.stderr.write(
    `Lotse braucht Node ${String(oldest)} oder neuer, gestartet wurde Node ${process.version}. Bitte mit „npm start“ oder „npm run lotse“ starten.\n`,
  );
  process.exit(1);
}
