/** Core and browser shell of one data folder, started and ended together. */
import { resolve } from 'node:path';
import { sha256Hex } from '../shared/crypto/sodium.ts';
import type { Core } from './core.ts';
import { runtimeFolder } from './default-folder.ts';
import { officeCore, type OfficeCoreOptions } from './office-core.ts';
import { startBrowserShell, type BrowserShell } from './shell/browser-shell.ts';

export { dayOfClock } from './office-core.ts';

export interface ServeOptions extends OfficeCoreOptions {
  readonly assetsDir: string;
  readonly port?: number;
}

export interface ServedOffice extends Pick<BrowserShell, 'address' | 'launchPage' | 'port'> {
  readonly core: Core;
  close(): Promise<void>;
}

/** Folder of files that live only while the office runs, for this person alone; nothing in it is personal. */
export function runtimeDirOf(dir: string): string {
  return runtimeFolder(dir, sha256Hex(resolve(dir).toLowerCase()).slice(0, 16));
}

export async function serveOffice({ assetsDir, port = 0, ...options }: ServeOptions): Promise<ServedOffice> {
  const office = await officeCore(options);
  const shell = await startBrowserShell({ core: office.core, assetsDir, runtimeDir: runtimeDirOf(options.dir), port });
  return {
    ...shell,
    core: office.core,
    close: async () => {
      await shell.close();
      await office.close();
    },
  };
}
