/**
 * Imports point one way (DESIGN §3). The table is the rule: a folder may import itself and what stands beside it.
 * `folder:except/sub` = that folder without one part of it.
 */
import { dirname, relative, resolve, sep } from 'node:path';

export const directions = {
  shared: [],
  db: ['shared'],
  documents: ['shared'],
  office: ['shared', 'db', 'documents'],
  electron: ['shared', 'office'],
  renderer: ['shared'],
  collector: ['shared', 'documents'],
  cli: ['shared', 'office', 'collector', 'documents'],
  // Data that the program is packed by: its fonts, its fuses.
  build: ['shared', 'documents', 'electron'],
  test: ['shared', 'db', 'documents', 'office', 'electron', 'renderer', 'collector', 'cli', 'build'],
};

/** Parts of a folder that a folder may not reach although it may import the rest. */
const closedParts = { renderer: ['shared/crypto', 'shared/envelopes/dsse.ts'] };

/** Modules that only one folder may import. */
const onlyIn = { electron: 'electron' };

function check(context, root, node, source) {
  const here = relative(root, context.filename).split(sep);
  const folder = here[0];
  const allowed = directions[folder];
  if (allowed === undefined || here.length < 2) return;
  const owner = onlyIn[source];
  if (owner !== undefined && owner !== folder && folder !== 'test') {
    context.report({ node, message: `Only ${owner}/ imports '${source}' (DESIGN §3).` });
  }
  if (!source.startsWith('.')) return;
  const target = relative(root, resolve(dirname(context.filename), source)).split(sep);
  const there = target[0];
  if (target.length < 2) return;
  if (there !== folder && !allowed.includes(there)) {
    context.report({ node, message: `${folder}/ may import ${['itself', ...allowed].join(', ')}, not ${there}/ (DESIGN §3).` });
  }
  for (const closed of closedParts[folder] ?? []) {
    if (target.join('/').startsWith(closed)) context.report({ node, message: `${folder}/ may not import ${closed} (DESIGN §3).` });
  }
}

/** ESLint rule; also sees re-exports and dynamic imports. */
export const importDirection = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const root = context.cwd;
    const visit = (node) => {
      if (node.source && typeof node.source.value === 'string') check(context, root, node, node.source.value);
    };
    return { ImportDeclaration: visit, ExportNamedDeclaration: visit, ExportAllDeclaration: visit, ImportExpression: visit };
  },
};
