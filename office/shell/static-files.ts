/**
 * The built window as a closed list: only a path that stands in the list is read, so no spelling of a path leads out of the folder.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly file: string;
  readonly type: string;
}

/** By URL path as a browser sends it, `/assets/index-3f2a.js`; `/` is the window itself. Files of unknown kind are left out. */
export function listStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const file of filesBelow(folder)) {
    const type = types[extname(file)];
    if (type !== undefined) files.set(file.slice(folder.length).split(sep).join('/'), { file, type });
  }
  const window = files.get('/index.html');
  if (window !== undefined) files.set('/', window);
  return files;
}

/** By names alone, step by step: inside app.asar Electron gives no more than that (`recursive` and `parentPath` are not promised there). */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const about = statSync(path);
    if (about.isDirectory()) return filesBelow(path);
    return about.isFile() ? [path] : [];
  });
}
