/**
 * `npm run package:check [-- --platform win32-x64 --json]`: builds the program's tree for each platform, without Electron's binary, lists every
 * file with size and SHA-256, and fails when something is in it that must not be, or is missing. Also writes the parts list.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../bundle.ts';
import { buildTree } from '../desktop/build-tree.ts';
import { parsePlatform, platforms, type Platform } from '../desktop/platforms.ts';
import { writeSbom } from '../desktop/sbom.ts';
import { checkTree, type Report } from './check-tree.ts';

const root = join(import.meta.dirname, '..', '..');
const trees = join(root, '.build', 'desktop', 'trees');

export async function packageCheck(platform: Platform, folder = join(trees, platform)): Promise<Report> {
  const code = await buildTree(platform, folder);
  const window = JSON.parse(readFileSync(join(await bundle(), 'office.packages.json'), 'utf8')) as readonly string[];
  return checkTree(platform, folder, [...code, ...window]);
}

function show(report: Report): void {
  console.log(`\n${report.platform}`);
  for (const { path, bytes, sha256 } of report.files) console.log(`${sha256}  ${String(bytes).padStart(9)}  ${path}`);
  for (const [kind, bytes] of Object.entries(report.bytesByKind)) console.log(`${kind.padEnd(12)} ${String(bytes).padStart(10)}`);
  console.log(`${'together'.padEnd(12)} ${String(report.bytes).padStart(10)}  ${report.sha256}`);
  for (const problem of report.problems) console.log(`NOT GOOD  ${problem}`);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { platform: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } });
  const reports: Report[] = [];
  for (const platform of values.platform?.map(parsePlatform) ?? platforms) reports.push(await packageCheck(platform));
  const sbom = await writeSbom();
  if (values.json) console.log(JSON.stringify(reports, null, 2));
  else {
    reports.forEach(show);
    console.log(`\n${createHash('sha256').update(readFileSync(sbom)).digest('hex')}  ${relative(root, sbom)}`);
  }
  process.exit(reports.every(({ problems }) => problems.length === 0) ? 0 : 1);
}
