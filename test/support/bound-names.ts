/**
 * Which names of the catalogue program code uses: found in the sources, so that nobody has to remember them.
 *
 * A field is bound where its id stands as a word of the program. A code is bound where it stands in a file that also names a field with its list, in
 * a list of allowed input, in an answer that Lotse fills in itself, or anywhere if its word says which list is meant („own_consent_of_age“). Rather too many than too few: an edition that wants one of them under
 * another name comes together with a program. Not looked at: made-up files of the Übungs-JMD, which are read like any file of an earlier edition.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['shared', 'db', 'documents', 'office', 'electron', 'cli', 'renderer'];
const ownWords = [/^shared\/catalogue\/(sections|code-lists)\//, /^shared\/catalogue\/(catalogue|plausibility|bound-names)\.ts$/, /^office\/(training\/|seed)/];

interface Source {
  /** Words in quotes, and names of properties that are codes. */
  readonly words: ReadonlySet<string>;
  readonly identifiers: ReadonlySet<string>;
  /** Lists of input a contract allows. */
  readonly enums: readonly (readonly string[])[];
  /** Constant → word. */
  readonly constants: readonly (readonly [string, string])[];
}

function sourceOf(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const quoted = (part: string): readonly string[] => [...part.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`\n$]*)`/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  const keys = [...text.matchAll(/[{,]\s*(\w+)\s*:/g)].map(([, key = '']) => key);
  return {
    words: new Set([...quoted(text), ...keys]),
    identifiers: new Set(text.match(/\w+/g) ?? []),
    enums: [...text.matchAll(/z\.enum\(\[([^\]]*)\]\)/g)].map(([, inside = '']) => quoted(inside)),
    constants: [...text.matchAll(/const (\w+)(?::[^=\n]*)? = '([a-z_0-9]+\.[a-z_0-9]+)'/g)].map(([, name = '', word = '']) => [name, word] as const),
  };
}

function sources(): readonly Source[] {
  return folders
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !ownWords.some((own) => own.test(file)))
    .map(sourceOf);
}

export interface BoundNames {
  readonly fields: readonly string[];
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

export function namesInProgram(catalogue: LoadedCatalogue): BoundNames {
  const all = sources();
  const constants = new Map(all.flatMap((source) => source.constants).filter(([, word]) => catalogue.field(word) !== undefined));
  const fields = new Set<string>();
  const codes = new Map<string, Set<string>>();
  const bind = (list: string, code: string): unknown => (codes.get(list) ?? codes.set(list, new Set()).get(list))?.add(code);

  const lists = Map.groupBy(catalogue.definition.codeLists.flatMap(({ id, codes: own }) => own.map(({ code }) => [code, id] as const)), ([code]) => code);
  const telling = [...lists.values()].flatMap((of) => of.filter(([code]) => of.length === 1 && code.includes('_')));

  for (const { words, identifiers, enums } of all) {
    const named = [...words].filter((word) => catalogue.field(word) !== undefined);
    for (const id of named) fields.add(id);
    const byConstant = [...constants].filter(([name]) => identifiers.has(name)).map(([, id]) => id);
    for (const id of [...named, ...byConstant]) {
      const list = catalogue.field(id)?.codeList ?? '';
      for (const { code } of catalogue.codes(list)) if (words.has(code)) bind(list, code);
    }
    for (const [code, list] of telling) if (words.has(code)) bind(list, code);
    for (const input of enums.filter(({ length }) => length > 1)) {
      for (const { id } of catalogue.definition.codeLists) if (input.every((code) => catalogue.hasCode(id, code))) for (const code of input) bind(id, code);
    }
  }
  for (const { type, codeList = '' } of catalogue.fields) if (type === 'automatic') for (const { code } of catalogue.codes(codeList)) bind(codeList, code);

  return {
    fields: [...fields].sort(),
    codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([list, found]) => [list, [...found].sort()])),
  };
}

export function boundNamesFile({ fields, codes }: BoundNames): string {
  const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
  return `/** Made by test/shared/catalogue/bound-names.test.ts: \`vitest run --project unit test/shared/catalogue/bound-names.test.ts -u\`. */
export interface BoundNames {
  readonly fields: readonly string[];
  /** By code list. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** Names of fields and codes that program code uses: an edition keeps them, or comes together with a program that knows the new ones. */
export const boundNames: BoundNames = {
  fields: [
${fields.map((id) => `    '${id}',`).join('\n')}
  ],
  codes: {
${Object.entries(codes).map(([list, found]) => `    ${list}: [${quoted(found)}],`).join('\n')}
  },
};

/** For a form that no program code but its own module names. */
export const nothingBound: BoundNames = { fields: [], codes: {} };
`;
}
