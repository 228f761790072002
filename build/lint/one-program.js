/**
 * The parser of `eslint .` for all that has types: one program of TypeScript holds every .ts and every component, so that each type is worked out
 * once.
 *
 * By itself typescript-eslint reads each component in a program made anew, because what svelte-eslint-parser hands it (the script with its
 * template, as TypeScript) is not what stands on the disk. Here the program has that text from the start. Where a text is another than the
 * program's (an editor, `--fix`), typescript-eslint does what it always does.
 */
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const { parser } = tseslint;
const svelteParser = svelte.configs.base.flatMap(({ languageOptions }) => languageOptions?.parser ?? [])[0];

/** What svelte-eslint-parser hands to its parser in the end. */
function asTypeScript(file) {
  let text = '';
  const listening = {
    parseForESLint: (code, options) => {
      text = code;
      return parser.parseForESLint(code, { ...options, project: false, projectService: false });
    },
  };
  svelteParser.parseForESLint(readFileSync(file, 'utf8'), { parser: listening, filePath: file });
  return text;
}

/** Files of `tsconfig.json` in `root` and the components beside them. */
function makeProgram(root) {
  const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const components = [{ extension: '.svelte', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }];
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {}, undefined, undefined, components);
  const settings = { ...options, allowNonTsExtensions: true };
  const host = ts.createCompilerHost(settings, true);
  const fromDisk = host.getSourceFile;
  host.getSourceFile = (file, ...rest) =>
    /\.svelte(\.ts)?$/.test(file) ? ts.createSourceFile(file, asTypeScript(file), rest[0], true, ts.ScriptKind.TS) : fromDisk(file, ...rest);
  return ts.createProgram(fileNames, settings, host);
}

/** Whether this process reads every file once and ends, as typescript-eslint tells it. */
export function readsOnce(argv) {
  const started = ['node_modules/.bin/eslint', 'node_modules/eslint/bin/eslint.js'].some((file) => argv[1]?.endsWith(normalize(file)));
  return started && !argv.includes('--fix');
}

/** A parser for typescript-eslint's rules, also of the scripts of components. `once`: the files stay as they are. */
export function parserOf(root, once = readsOnce(process.argv)) {
  let program;
  return {
    meta: { name: 'lotse/one-program' },
    parseForESLint: (code, options) => {
      const { project, projectService, filePath } = options;
      if (!once || !filePath || !(project || projectService)) return parser.parseForESLint(code, options);
      program ??= makeProgram(root);
      if (program.getSourceFile(filePath)?.text !== code) return parser.parseForESLint(code, options);
      return parser.parseForESLint(code, { ...options, project: undefined, projectService: undefined, programs: [program] });
    },
  };
}
