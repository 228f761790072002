/** Where the shell keeps its own few files: place of the window, notes, installers laid ready. Never a case, and never among the cases. */
import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const name = 'Lotse-Programm';

/** null: Electron's own choice is good, as on Linux. */
export function shellFolder(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, appData: string): string | null {
  // Electron would take the roaming profile, which is copied at every sign-in, installers included.
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? appData, name);
  // Electron would take the folder in which an office lies (office/default-folder.ts).
  return platform === 'darwin' ? join(appData, name) : null;
}

/** To be called before anything asks for userData. */
export function settleFolder(): void {
  const folder = app.commandLine.hasSwitch('user-data-dir') ? null : shellFolder(process.platform, process.env, app.getPath('appData'));
  if (folder === null) return;
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}
