/** What only the real desktop shell can show, where its binary is there. The other specs of the project e2e-electron run in it as well. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../electron/stand-in/index.ts';
import * as at from '../support/counsellor.ts';
import { newOfficeFolder, storyDay } from '../support/office-window.ts';
import { whyNoElectron } from '../support/shells.ts';

const reason = whyNoElectron();
if (reason !== null) console.log(`skipped: all windows in real Electron, because ${reason}`);

describe('the desktop shell', () => {
  test.skipIf(reason !== null)('sets a JMD up and stores a field, in a window without powers', async () => {
    const dir = await newOfficeFolder();
    const shell = await _electron.launch({ args: [builtProgram(), `--user-data-dir=${join(dir, 'user-data')}`, '--dir', join(dir, 'data'), '--today', storyDay] });
    const page = await shell.firstWindow();
    await at.setUpOffice(page);
    await at.newCase(page);
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.openSection(page, '2.1');
    await at.write(page, 'Nachname', 'Haydari');
    const powers = await page.evaluate(() => ['require', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis));
    expect(powers).toEqual([]);
    expect(await page.evaluate(() => location.origin)).toBe('lotse://app');
    await shell.close();
    await rm(dir, { recursive: true, force: true });
  });
});
