/** A packaged Lotse that was started open does not start: it says why and ends (R25). */
import { app, dialog } from 'electron';
import { refusedSwitch } from './refused-switches.ts';

/** What the program ends with: as for any wrong use. */
const exitCode = 2;

/** True when the program is on its way out. */
export function refuseOpenStart(): boolean {
  if (!app.isPackaged) return false;
  const found = refusedSwitch((name) => app.commandLine.hasSwitch(name), process.argv.slice(1), process.env['NODE_OPTIONS'] ?? '');
  if (found === null) return false;
  dialog.showErrorBox(
    'Lotse startet so nicht',
    `Lotse wurde mit „${found}“ gestartet. Damit könnten andere Programme in Ihre Akten sehen.\n\nBitte starten Sie Lotse über das Startmenü. Erscheint diese Meldung auch dann, sagen Sie bitte Ihrer Administration Bescheid.`,
  );
  app.exit(exitCode);
  return true;
}
