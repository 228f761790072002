import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { whyNotHere } from '../../db/node-guard.ts';
import { noteCodes } from '../../electron/core-lines.ts';

describe('an engine that is too old for the native SQLite', () => {
  it('is told by the version of Node and by its Node-API', () => {
    expect(whyNotHere({ node: '24.0.0', napi: '10' })).toBeNull();
    expect(whyNotHere({ node: '26.1.0', napi: '11', electron: '46.0.0' })).toBeNull();
    expect(whyNotHere({ node: '20.20.2', napi: '9' })).toContain('Lotse braucht Node 24');
    expect(whyNotHere({ node: '24.0.0', napi: '9' })).not.toBeNull();
    expect(whyNotHere({ node: '24.0.0' })).not.toBeNull();
  });

  it('leaves a note in the desktop program, whose core ends before it opens anything', async () => {
    const said = whyNotHere({ node: '22.20.0', napi: '10', electron: '38.1.0' }) ?? '';
    expect(said).toContain('Lotse passt nicht zu Electron 38.1.0');
    const output = new PassThrough();
    const notes: string[] = [];
    noteCodes(output, (line) => notes.push(line));
    output.end(said);
    await expect.poll(() => notes).toEqual(['ENGINE_TOO_OLD 38.1.0 22.20.0 10']);
  });

  it('asks for the Node-API that the library was built for', () => {
    const gyp = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'better-sqlite3', 'binding.gyp'), 'utf8');
    const built = Number(/NAPI_VERSION=(\d+)/.exec(gyp)?.[1]);
    expect(whyNotHere({ node: '24.0.0', napi: String(built) })).toBeNull();
    expect(whyNotHere({ node: '24.0.0', napi: String(built - 1) })).not.toBeNull();
  });
});
