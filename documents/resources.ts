/**
 * Where templates, pictograms and fonts lie: beside the built `documents.mjs` (`templates/`, `pictograms/`, `fonts/`), in the source tree beside this file and in the font packages.
 *
 * Read by Node's `fs` only, never by a path handed to Typst: in a packaged program they lie inside an archive that native code cannot open.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Pictogram } from '../shared/plan/pictograms.ts';
import type { PaperFiles } from './engine/engine.ts';

const require = createRequire(import.meta.url);

/** The folder that holds `templates/`; a bundler moves this code into the program's folder, where they lie beside it, too. */
export function resourceFolder(): string {
  return import.meta.dirname;
}

/** What templates have in common; each may import them by these names and nothing else. */
export const templateParts = ['parts/letterhead.typ', 'parts/voices.typ', 'parts/appointment.typ'] as const;

/** A template under its own name, and the parts under theirs. */
export function readTemplate(name: string): PaperFiles {
  const files = [`${name}.typ`, ...templateParts];
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(resourceFolder(), 'templates', file))]));
}

/** A drawing of our own, see shared/plan/pictograms.ts. */
export function readPictogram(code: Pictogram): Uint8Array {
  return readFileSync(join(resourceFolder(), 'pictograms', `${code}.svg`));
}

/** `file` is a path inside a font package; the built program holds the same file under its last name. */
export function readFont(file: string): Buffer {
  const built = join(resourceFolder(), 'fonts', basename(file));
  return readFileSync(existsSync(built) ? built : require.resolve(file));
}
