/** A program that would drop its operator.json is not built. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sources } from '../../build/desktop/build-tree.ts';
import { checkOperator } from '../../build/desktop/operator-file.ts';
import { operatorKeys } from '../electron/updates/pc.ts';

const root = join(import.meta.dirname, '..', '..');
const good = { keys: operatorKeys, address: 'https://updates.example.org/lotse/', built: '2026-11-20' };
const [key = ''] = operatorKeys;
/** One letter on: bits that no 32 bytes have. */
const mistyped = `${key.slice(0, 42)}${String.fromCharCode(key.charCodeAt(42) + 1)}=`;

describe('operator.json', () => {
  it('is good as shipped, and as docs/updates.md shows it', () => {
    expect(() => { checkOperator(readFileSync(join(root, 'build', 'desktop', 'operator.json'), 'utf8'), true); }).not.toThrow();
    expect(() => { checkOperator(JSON.stringify(good), true); }).not.toThrow();
  });

  it.each<[string, string]>([
    ['that is no JSON', '{'],
    ['with a day in another form', JSON.stringify({ ...good, built: '20.11.2026' })],
    ['with a plain address', JSON.stringify({ ...good, address: 'http://updates.example.org/lotse/' })],
    ['with an address of this PC', JSON.stringify({ ...good, address: 'http://127.0.0.1:8080/lotse/' })],
    ['with a password in its address', JSON.stringify({ ...good, address: 'https://name:word@updates.example.org/' })],
    ['with a mistyped key', JSON.stringify({ ...good, keys: [mistyped] })],
    ['with a mistyped second key', JSON.stringify({ ...good, keys: [key, mistyped] })],
    ['with a key of 33 bytes', JSON.stringify({ ...good, keys: [Buffer.alloc(33, 7).toString('base64')] })],
    ['with a key twice', JSON.stringify({ ...good, keys: [key, key] })],
    ['with an address and no key', JSON.stringify({ ...good, keys: [] })],
    ['with a word nobody knows', JSON.stringify({ ...good, adress: null })],
  ])('%s is not packed', (_name, text) => {
    expect(() => { checkOperator(text, true); }).toThrow('operator.json');
  });

  it('may name this PC while it is tried', () => {
    expect(() => { checkOperator(JSON.stringify({ ...good, address: 'http://127.0.0.1:8080/lotse/' }), false); }).not.toThrow();
  });
});

describe('npm run package:check', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'lotse-operator-'));
    for (const name of sources) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });
  afterEach(() => {
    rmSync(copy, { recursive: true, force: true });
  });
  const check = () => spawnSync(process.execPath, [join(copy, 'build', 'package', 'check.ts'), '--platform', 'linux-x64'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });

  it('fails for an operator.json the program would drop, and says why', () => {
    writeFileSync(join(copy, 'build', 'desktop', 'operator.json'), JSON.stringify({ ...good, built: '20.11.2026' }));
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('build/desktop/operator.json');
    expect(stderr).toContain('built');
  });

  it('fails for a version that no program starts with', () => {
    const file = join(copy, 'package.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]+"/, '"version": "1.4.0-rc1"'));
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('1.4.0-rc1');
  });
});
