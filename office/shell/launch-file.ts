import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LaunchFile {
  /** Opened with a double click; leads the browser to the window. */
  readonly page: string;
  write(address: string): void;
  remove(): void;
}

/** Readable by this person alone, and never half written. */
function writePrivately(file: string, text: string): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, text, { mode: 0o600, flag: 'wx' });
  renameSync(fresh, file);
}

function page(address: string): string {
  return `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Lotse öffnen</title>
<p><a href="${address}">Lotse öffnen</a></p>
</html>
`;
}

/** `launch.html` for people and `launch.json` for programs, in a folder only this person may enter. */
export function launchFileIn(folder: string): LaunchFile {
  const files = { page: join(folder, 'launch.html'), json: join(folder, 'launch.json') };
  return {
    page: files.page,
    write: (address) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
      writePrivately(files.page, page(address));
      writePrivately(files.json, `${JSON.stringify({ address, pid: process.pid })}\n`);
    },
    remove: () => {
      rmSync(files.page, { force: true });
      rmSync(files.json, { force: true });
    },
  };
}
