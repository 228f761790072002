/** The same first steps in the real desktop shell, where its binary is there. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as at from '../support/counsellor.ts';
import { newOfficeFolder, storyDay } from '../support/office-window.ts';
import { builtWindows } from '../support/windows.ts';

const root = join(import.meta.dirname, '..', '..');

function whyNoElectron(): string | null {
  if (!existsSync(join(root, 'node_modules', 'electron', 'path.txt'))) return 'the Electron binary is not there (npm run electron:get)';
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  return process.platform === 'linux' && display === undefined ? 'no display: start it under xvfb-run' : null;
}

const reason = whyNoElectron();
if (reason !== null) console.log(`skipped: the desktop shell, because ${reason}`);

describe('the desktop shell', () => {
  test.skipIf(reason !== null)('sets a JMD up and stores a field', async () => {
    builtWindows();
    const { desktopApp } = await import('../../build/desktop/build-tree.ts');
    const dir = await newOfficeFolder();
    const shell = await _electron.launch({ args: [await desktopApp(), '--dir', dir, '--today', storyDay], cwd: root });
    const page = await shell.firstWindow();
    await at.setUpOffice(page);
    await at.newCase(page);
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.openSection(page, '2.1');
    await at.write(page, 'Nachname', 'Haydari');
    const powers = await page.evaluate(() => ['require', 'process', 'Buffer'].filter((name) => name in globalThis));
    expect(powers).toEqual([]);
    await shell.close();
    await rm(dir, { recursive: true, force: true });
  });
});
