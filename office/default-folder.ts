/** Where an office lies when nobody says otherwise: never in a roaming or synchronised folder (R30). One answer for every shell. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultFolder(): string {
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Lotse');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Lotse');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'lotse');
}
