import { afterEach, describe, expect, it, vi } from 'vitest';
import { About } from '../../../renderer/office/shell/about.svelte.ts';
import { browserLines, desktopLines } from '../../../renderer/office/shell/about-words.ts';
import { findPackages, licenceSummary } from '../../../renderer/office/shell/licences.ts';
import { logWords, signatureWords } from '../../../renderer/office/shell/opened-words.ts';

const packages = [
  { name: 'yjs', version: '13.6.33', licence: 'MIT', text: '' },
  { name: 'svelte', version: '5.57.3', licence: 'MIT', text: '' },
  { name: 'libsodium-wrappers-sumo', version: '0.8.4', licence: 'ISC', text: '' },
];

describe('Über Lotse', () => {
  it('says what the program is made of, and on which system it runs', () => {
    const about = { electron: '45.4.1', chromium: '153', node: '24', platform: 'win32', packaged: true };
    expect(desktopLines(about).map(({ value }) => value)).toEqual(['eigenes Programm', '45.4.1', '153', '24', 'Windows']);
    expect(desktopLines({ ...about, packaged: false, platform: 'freebsd' }).map(({ value }) => value)).toEqual([
      'eigenes Programm, aus dem Quelltext gestartet', '45.4.1', '153', '24', 'freebsd',
    ]);
  });

  it.each([
    ['its name, not the made-up one', [{ brand: 'Not;A=Brand', version: '8' }, { brand: 'Chromium', version: '153' }, { brand: 'Microsoft Edge', version: '153' }], 'Microsoft Edge 153'],
    ['Chromium where nothing else is said', [{ brand: 'Chromium', version: '153' }, { brand: 'Not A(Brand', version: '99' }], 'Chromium 153'],
    ['the old line where there is no list', undefined, 'Mozilla/5.0 Firefox/150'],
  ])('of a browser: %s', (_name, brands, expected) => {
    expect(browserLines('Mozilla/5.0 Firefox/150', brands).at(-1)?.value).toBe(expected);
  });

  it('packages are found by name or licence, and summed up by licence', () => {
    expect(findPackages(packages, ' SODIUM ').map(({ name }) => name)).toEqual(['libsodium-wrappers-sumo']);
    expect(findPackages(packages, 'isc')).toHaveLength(1);
    expect(findPackages(packages, '')).toHaveLength(3);
    expect(licenceSummary(packages)).toBe('MIT (2), ISC (1)');
  });
});

describe('what is not there', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('a list of parts that cannot be loaded is said, and can be asked for again', async () => {
    let there = false;
    vi.stubGlobal('fetch', async () => (there ? Response.json({ version: '1.4.0', own: 'EUPL', packages }) : new Response('', { status: 404 })));
    const about = new About(null, { catalogue: { current: async () => Promise.reject(new Error('LOCKED')) } });
    await about.load();
    expect([about.licences, about.version, about.edition]).toEqual(['missing', null, null]);
    there = true;
    await about.loadLicences();
    expect(about.version).toBe('1.4.0');
  });
});

describe('a file that was opened', () => {
  it('is vouched for only where the signature was checked', () => {
    const kinds = (['this_pc', 'our_pc', 'unknown'] as const).map((signedBy) => signatureWords({ signedBy, ours: true }).kind);
    expect(kinds).toEqual(['good', 'good', 'info']);
    expect(signatureWords({ signedBy: 'unknown', ours: false }).text).toContain('anderes JMD');
  });

  it('says where it stands in the Versandprotokoll, or that it does not', () => {
    expect(logWords(null)).toBe('steht hier nicht');
    expect(logWords({ state: 'confirmed' } as never)).toBe('Eingang bestätigt');
  });
});
