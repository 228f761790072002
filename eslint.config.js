// Lint rules that ban a call name what to use instead. Every exception carries its reason.
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { importDirection } from './build/lint/import-direction.js';
import { parserOf } from './build/lint/one-program.js';

const bans = [
  { selector: "MemberExpression[property.name='innerHTML']", message: 'No raw HTML: render text (R22).' },
  { selector: "NewExpression[callee.name='Function']", message: 'No code from text (R22).' },
  { selector: "CallExpression[callee.property.name=/^(serialize|executeJavaScript|insertCSS)$/]", message: 'Writes or runs plain text (R22, R29).' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

const parser = parserOf(import.meta.dirname);

export default tseslint.config(
  { ignores: ['node_modules', '.build', 'docs'] },
  ...tseslint.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    plugins: { house: { rules: { 'import-direction': importDirection } } },
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { projectService: { allowDefaultProject: ['*.js', 'build/*.mjs', 'build/lint/*.js', 'test/support/*.mjs', 'test/electron/stand-in/*.mjs'] }, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'no-restricted-syntax': ['error', ...bans],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'house/import-direction': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Fastify and oRPC handlers may be async without awaiting: the framework asks for a promise.
      '@typescript-eslint/require-await': 'off',
      'svelte/no-at-html-tags': 'error',
    },
  },
  { files: ['**/*.ts'], ignores: ['**/*.svelte.ts'], languageOptions: { parser } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser, projectService: false, project: './renderer/tsconfig.lint.json' } } },
  // Tools that demand a default export.
  { files: ['*.config.ts', '*.config.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.mjs', '**/*.js'], ...tseslint.configs.disableTypeChecked },
);
