/**
 * Where templates and fonts lie: beside the built `documents.mjs` (`templates/`, `fonts/`), in the source tree beside this file and in the font packages.
 *
 * Read by Node's `fs` only, never by a path handed to Typst: in a packaged program they lie inside an archive that native code cannot open.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The folder that holds `templates/`; a bundler moves this code into the program's folder, where they lie beside it, too. */
export function resourceFolder(): string {
  return import.meta.dirname;
}

export function readTemplate(name: string): Buffer {
  return readFileSync(join(resourceFolder(), 'templates', `${name}.typ`));
}

/** `file` is a path inside a font package; the built program holds the same file under its last name. */
export function readFont(file: string): Buffer {
  const built = join(resourceFolder(), 'fonts', basename(file));
  return readFileSync(existsSync(built) ? built : require.resolve(file));
}
