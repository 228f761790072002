/** Builds the trees and looks at them: what `npm run package:check` does, in a process of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { buildTree } from '../desktop/build-tree.ts';
import type { Platform } from '../desktop/platforms.ts';
import { writeSbom } from '../desktop/sbom.ts';
import { checkTree, type Report } from './check-tree.ts';

const trees = join(import.meta.dirname, '..', '..', '.build', 'desktop', 'trees');

async function checkPlatform(platform: Platform, partsList: string): Promise<Report> {
  const folder = join(trees, platform);
  const code = await buildTree(platform, folder);
  const window = JSON.parse(readFileSync(join(await bundle(), 'office.packages.json'), 'utf8')) as readonly string[];
  return checkTree(platform, folder, [...code, ...window], partsList);
}

export interface Checked {
  readonly reports: readonly Report[];
  /** Where the parts list lies. */
  readonly partsList: string;
}

export async function packageCheck(wanted: readonly Platform[]): Promise<Checked> {
  const partsList = await writeSbom();
  const reports: Report[] = [];
  for (const platform of wanted) reports.push(await checkPlatform(platform, partsList));
  return { reports, partsList };
}
