/** What Lotse needs of the Electron it is built with (decision 0008). */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../shared/updates/version.ts';

const { devDependencies } = createRequire(import.meta.url)('../../package.json') as { readonly devDependencies: Readonly<Record<string, string>> };

/** First of its line whose PDF viewer works in a session in memory (change 52810). */
const viewerInMemory = '45.0.0';

describe('the Electron that Lotse is built with', () => {
  it('is one version and no range, and shows papers in a session in memory', () => {
    const { electron = '' } = devDependencies;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(compareVersions(electron, viewerInMemory)).toBeGreaterThanOrEqual(0);
  });
});
