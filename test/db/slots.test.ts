import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { deriveInWorker, deriveKey } from '../../db/slots/derive-key.ts';
import { quickKey } from '../../db/slots/quick-argon2.ts';
import { loginTag } from '../../db/slots/login-tag.ts';
import { makeSlot, openSlot, parseSlot, type SlotFile, type SlotKeys } from '../../db/slots/slot.ts';
import { findRecoverySlot, findUserSlot, slotPath, writeSlot } from '../../db/slots/slot-folder.ts';
import { newOfficeFile, writeOfficeFile } from '../../db/folder.ts';
import {
  openBytes,
  fromBase64,
  fromHex,
  passwordFloor,
  randomId,
  sha256Hex,
  toBase64,
  toHex,
} from '../../shared/crypto/sodium.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { deriveInFull } from '../support/full-argon2.ts';
import { codeOf, newFolder, newKeys } from './folders.ts';

// The derivation is what this is about.
deriveInFull();

const password = 'drei Birken am See';
let keys: SlotKeys;
let slot: SlotFile;
beforeAll(async () => {
  keys = newKeys();
  slot = await makeSlot({ slotId: randomId(), kind: 'user', loginTag: loginTag('0'.repeat(32), 'meral') }, keys, password);
});

/** As somebody would write it who changes a slot and knows the format. */
function rewritten(change: (header: SlotFile['header']) => unknown): string {
  const header = change(structuredClone(slot.header));
  return JSON.stringify({ header, sealed: slot.sealed, sha256: sha256Hex(canonicalJson({ header, sealed: slot.sealed })) });
}

describe('a slot', () => {
  test('opens with its password and gives back the keys', async () => {
    expect(await openSlot(parseSlot(JSON.stringify(slot)), password)).toEqual(keys);
  });

  test('does not open with another password', async () => {
    expect(await openSlot(slot, 'drei Birken am see')).toBeNull();
  });

  test('holds neither password nor keys', () => {
    const text = JSON.stringify(slot);
    for (const secret of [password, toBase64(keys.deskKey), toHex(keys.deskKey), 'meral']) expect(text).not.toContain(secret);
  });

  test('of a clerk does not contain the cases key', async () => {
    const clerk: SlotKeys = { ...keys, role: 'admin_office' };
    const made = await makeSlot({ slotId: randomId(), kind: 'user', loginTag: null }, clerk, password);
    const { salt, ops, memory } = made.header.kdf;
    const wrapping = await deriveKey({ password, salt: fromHex(salt), ops, memory });
    const plain = openBytes(wrapping, fromBase64(made.sealed), canonicalJson(made.header));
    const sealed = new TextDecoder().decode(plain ?? new Uint8Array());
    expect(Object.keys(JSON.parse(sealed) as object)).not.toContain('casesKey');
    expect(sealed).not.toContain(toBase64(keys.casesKey ?? new Uint8Array()));
  });
});

describe('every slot', () => {
  test('costs at least 64 MiB and three passes to try, under a salt of its own', async () => {
    const more = await makeSlot({ slotId: randomId(), kind: 'recovery', loginTag: null }, keys, password);
    for (const { header } of [slot, more]) {
      expect(header.kdf.alg).toBe('argon2id13');
      expect(header.kdf.memory).toBeGreaterThanOrEqual(64 * 1024 * 1024);
      expect(header.kdf.ops).toBeGreaterThanOrEqual(3);
      expect(header.kdf.salt).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(more.header.kdf.salt).not.toBe(slot.header.kdf.salt);
    expect(more.sealed).not.toBe(slot.sealed);
  });

  test('has no place for anything one could compare a password with: only the seal, which its key opens', () => {
    expect(Object.keys(slot).sort()).toEqual(['header', 'sealed', 'sha256']);
    expect(Object.keys(slot.header).sort()).toEqual(['format', 'kdf', 'kind', 'loginTag', 'slotId', 'user']);
    expect(Object.keys(slot.header.kdf).sort()).toEqual(['alg', 'memory', 'ops', 'salt']);
    // The tag is made of office and login; the checksum of what lies open in the file.
    expect(slot.header.loginTag).toBe(loginTag('0'.repeat(32), 'meral'));
    expect(slot.sha256).toBe(sha256Hex(canonicalJson({ header: slot.header, sealed: slot.sealed })));
  });
});

describe('a changed slot', () => {
  test.each([
    ['a flipped bit in the seal', () => JSON.stringify(slot).replace(slot.sealed.slice(0, 4), 'AAAA')],
    ['a cut-off file', () => JSON.stringify(slot).slice(0, -20)],
    ['an empty file', () => ''],
    ['another format', () => rewritten((header) => ({ ...header, format: 2 }))],
    ['a field more', () => rewritten((header) => ({ ...header, more: 1 }))],
    ['a cost that eats the memory', () => rewritten((header) => ({ ...header, kdf: { ...header.kdf, memory: 2 ** 40 } }))],
  ])('%s is damaged, not a wrong password', (_, text) => {
    expect(codeOf(() => parseSlot(text()))).toBe('SLOT_DAMAGED');
  });

  test.each([
    ['8 MiB of memory', { memory: 8 * 1024 * 1024 }],
    ['just less than 64 MiB', { memory: 64 * 1024 * 1024 - 1 }],
    ['one byte below the floor', { memory: passwordFloor.memory - 1 }],
    ['two passes', { ops: 2 }],
  ])('%s is too weak and refused before any derivation', (_, cost) => {
    const text = rewritten((header) => ({ ...header, kdf: { ...header.kdf, ...cost } }));
    expect(codeOf(() => parseSlot(text))).toBe('SLOT_TOO_WEAK');
  });

  test('every part of the header is bound: none can be another', async () => {
    const changes: readonly ((header: SlotFile['header']) => unknown)[] = [
      (header) => ({ ...header, slotId: randomId() }),
      (header) => ({ ...header, kind: 'recovery' }),
      (header) => ({ ...header, user: randomId() }),
      (header) => ({ ...header, loginTag: null }),
      (header) => ({ ...header, kdf: { ...header.kdf, ops: 4 } }),
    ];
    const { salt, ops, memory } = slot.header.kdf;
    const wrapping = await deriveKey({ password, salt: fromHex(salt), ops, memory });
    const openWith = (text: string) => openBytes(wrapping, fromBase64(slot.sealed), canonicalJson(parseSlot(text).header));
    expect(openWith(rewritten((header) => header))).not.toBeNull();
    for (const change of changes) expect(openWith(rewritten(change))).toBeNull();
  });
});

describe('slots in a folder', () => {
  function officeWith(...slots: readonly SlotFile[]): { dir: string; salt: string } {
    const dir = newFolder();
    const office = newOfficeFile(false);
    writeOfficeFile(dir, office);
    for (const one of slots) writeSlot(dir, one);
    return { dir, salt: office.salt };
  }
  const renamed = (tag: string | null, kind: 'user' | 'recovery' = 'user'): SlotFile => {
    const header = { ...slot.header, slotId: randomId(), loginTag: tag, kind };
    return { ...slot, header, sha256: sha256Hex(canonicalJson({ header, sealed: slot.sealed })) };
  };

  test('are found by login, whatever its case and spaces', () => {
    const { dir, salt } = officeWith();
    const mine = renamed(loginTag(salt, 'Meral.Yıldız'));
    writeSlot(dir, mine);
    writeSlot(dir, renamed(loginTag(salt, 'jens')));
    expect(findUserSlot(dir, ' meral.YILDIZ '.replace('YILDIZ', 'YıLDıZ')).header.slotId).toBe(mine.header.slotId);
  });

  test('need no login where there is one user', () => {
    const { dir } = officeWith(renamed('a'.repeat(64)), renamed(null, 'recovery'));
    expect(findUserSlot(dir, null).header.kind).toBe('user');
    expect(findRecoverySlot(dir).header.kind).toBe('recovery');
  });

  test.each([
    ['an unknown login', 'nobody', 2],
    ['no login where there are two users', null, 2],
    ['no user at all', null, 0],
  ])('%s is SLOT_MISSING', (_, login, users) => {
    const { dir } = officeWith(...Array.from({ length: users }, (_u, i) => renamed(String(i).repeat(64))));
    expect(codeOf(() => findUserSlot(dir, login))).toBe('SLOT_MISSING');
  });

  test('a damaged one does not hide another, and is named when it may be the one', () => {
    const { dir, salt } = officeWith();
    const damaged = renamed(loginTag(salt, 'jens'));
    writeSlot(dir, damaged);
    writeSlot(dir, renamed(loginTag(salt, 'meral')));
    fs.writeFileSync(slotPath(dir, damaged.header.slotId), '{');
    expect(findUserSlot(dir, 'meral').header.kind).toBe('user');
    expect(codeOf(() => findUserSlot(dir, 'jens'))).toBe('SLOT_DAMAGED');
  });

  test('leave no temporary file', () => {
    const { dir } = officeWith(renamed('a'.repeat(64)));
    expect(fs.readdirSync(path.join(dir, 'slots')).every((name) => name.endsWith('.json'))).toBe(true);
  });
});

describe.each([
  ['by Node', deriveKey],
  ['by libsodium in a worker', deriveInWorker],
])('a key derived %s', (_how, derive) => {
  test('lets the thread that answers people go on', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await derive({ password, salt: new Uint8Array(16), ...passwordFloor });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  test.each(['drei Birken am See', 'Ä\u0308 und ß 密码', 'x'.repeat(200)])('is the same whoever derives it: %#', async (password) => {
    const request = { password, salt: fromHex('000102030405060708090a0b0c0d0e0f'), ops: 4, memory: passwordFloor.memory + 1024 * 1024 };
    expect(await derive(request)).toEqual(await deriveInWorker(request));
  });
});

test('where the library of this program has no Argon2, libsodium derives', async () => {
  const missing = vi.spyOn(crypto, 'argon2').mockImplementation(() => {
    throw Object.assign(new Error('Argon2 algorithm not supported'), { code: 'ERR_CRYPTO_ARGON2_NOT_SUPPORTED' });
  });
  const request = { password, salt: new Uint8Array(16), ...passwordFloor };
  expect(await quickKey({ ...request, password: new Uint8Array(1) })).toBeNull();
  expect(await deriveKey(request)).toEqual(await deriveInWorker(request));
  missing.mockRestore();
});

test('the Node this program runs on has the quick way', () => {
  expect(crypto.argon2).toBeTypeOf('function');
});
