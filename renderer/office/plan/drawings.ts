/**
 * Addresses of the drawings, by code: the very files that the wall sheet is typeset with, so that screen and paper show the same.
 *
 * They are data of documents/, as its fonts are for build/: no code of it comes along, and the rule on imports stays what it is.
 */
import type { Pictogram } from '../../../shared/plan/pictograms.ts';

const files = import.meta.glob<string>('../../../documents/pictograms/*.svg', { eager: true, query: '?url', import: 'default' });

export const drawings: Readonly<Partial<Record<Pictogram, string>>> = Object.fromEntries(
  Object.entries(files).map(([path, address]) => [path.split('/').at(-1)?.replace(/\.svg$/, '') ?? '', address]),
);
