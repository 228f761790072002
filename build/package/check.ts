/**
 * `npm run package:check [-- --platform win32-x64 --json]`: builds the program's tree for each platform, without Electron's binary, lists every
 * file with size and SHA-256, and fails when something is in it that must not be, or is missing. Also writes the parts list.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { inOwnProcess } from '../desktop/own-process.ts';
import { parsePlatform, platforms } from '../desktop/platforms.ts';
import type { Report } from './check-tree.ts';
import type { Checked } from './package-check.ts';

const root = join(import.meta.dirname, '..', '..');

function show(report: Report): void {
  console.log(`\n${report.platform}`);
  for (const { path, bytes, sha256 } of report.files) console.log(`${sha256}  ${String(bytes).padStart(9)}  ${path}`);
  for (const [kind, bytes] of Object.entries(report.bytesByKind)) console.log(`${kind.padEnd(12)} ${String(bytes).padStart(10)}`);
  console.log(`${'together'.padEnd(12)} ${String(report.bytes).padStart(10)}  ${report.sha256}`);
  for (const problem of report.problems) console.log(`NOT GOOD  ${problem}`);
}

const { values } = parseArgs({ options: { platform: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } });
const wanted = values.platform?.map(parsePlatform) ?? platforms;
const { reports, partsList } = await inOwnProcess<Checked>(import.meta.resolve('./package-check.ts'), 'packageCheck', wanted);
if (values.json) console.log(JSON.stringify(reports, null, 2));
else {
  reports.forEach(show);
  console.log(`\n${createHash('sha256').update(readFileSync(partsList)).digest('hex')}  ${relative(root, partsList)}`);
}
process.exitCode = reports.every(({ problems }) => problems.length === 0) ? 0 : 1;
