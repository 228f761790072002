/** What may be in the program: every file is one of these kinds, and each kind has its budget. Anything else is a mistake of the build. */
import type { Platform } from '../desktop/platforms.ts';

export interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  /** Why it is in the program; docs/packaging.md shows it. */
  readonly why: string;
}

export const kinds: readonly Kind[] = [
  { name: 'shell', pattern: /^(main\.mjs|preload\.cjs)$/, why: 'Electron main process and the preload of the window' },
  { name: 'core', pattern: /^(core|shared-[\w-]+|db-[\w-]+-worker|db-backup-worker)\.mjs$/, why: 'office core, its workers, and what they share' },
  { name: 'documents', pattern: /^documents(-worker)?\.mjs$/, why: 'the process that prints' },
  { name: 'window', pattern: /^window\/(index\.html|assets\/[\w.-]+\.(js|css|svg|woff2))$/, why: 'the window with its typeface' },
  { name: 'licences', pattern: /^(window\/licences\.json|node_modules\/.+\/LICENSE)$/, why: 'under what terms the parts come' },
  { name: 'paper', pattern: /^(templates\/(parts\/)?[\w-]+\.typ|pictograms\/\w+\.svg|fonts\/\w+\.ttf)$/, why: 'templates, pictograms and typefaces of what is printed' },
  { name: 'settings', pattern: /^(package|operator)\.json$/, why: 'name and version; who may publish updates' },
  { name: 'SQLite', pattern: /^node_modules\/better-sqlite3\/(package\.json|lib\/[\w/-]+\.js|prebuilds\/[\w-]+\.node)$/, why: 'the encrypted database' },
  { name: 'Typst', pattern: /^node_modules\/@myriaddreamin\/typst-ts-[\w-]+\/(package\.json|[\w.-]+\.(js|node)|pkg\/[\w-]+\.(mjs|wasm))$/, why: 'sets papers as PDF' },
];

/**
 * Most bytes of a kind: as measured, and a tenth; never below 2,000, so that a publisher may fill in name and keys. Raised only together with a
 * reason in the commit.
 */
export function budgetOf(kind: string, platform: Platform): number {
  const budgets: Readonly<Record<string, number>> = {
    shell: 83_000,
    core: 2_600_000,
    documents: 2_000,
    window: 1_650_000,
    licences: 164_000,
    paper: 3_110_000,
    settings: 2_000,
    SQLite: 3_110_000,
    Typst: platform === 'linux-x64' ? 57_700_000 : 31_300_000,
  };
  return budgets[kind] ?? 0;
}
