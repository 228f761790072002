/**
 * An office to copy: set up once per run through the real core with its derivations; whoever needs an office that is simply there takes a
 * copy and opens it by the keys. What a password, a Notfallblatt or a set-up does is tested on offices of their own.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '../../../db/open-store.ts';
import { lockFolder } from '../../../db/lock.ts';
import { openKeys } from '../../../db/unlock.ts';
import type { Core } from '../../../office/core.ts';
import { adoptStore } from '../../../office/session/open-store.ts';
import { slotKeys, toKeysInHex, type KeysInHex } from '../../faults/office-on-keys.ts';

interface Template {
  readonly dir: string;
  readonly keys: KeysInHex;
}

let template: Promise<Template> | null = null;

/** `setUp` makes an office in a folder and leaves it locked; the password is what opens it. */
export function officeTemplate(setUp: (dir: string) => Promise<void>, password: string): Promise<Template> {
  template ??= findOrMake(setUp, password);
  return template;
}

/** Beside each other two workers may both make one: the first that is whole stays. */
async function findOrMake(setUp: (dir: string) => Promise<void>, password: string): Promise<Template> {
  const shared = path.join(process.env['LOTSE_TEST_FOLDER'] ?? fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-office-')), 'office-template');
  if (!fs.existsSync(shared)) {
    const own = fs.mkdtempSync(`${shared}-`);
    const dir = path.join(own, 'office');
    fs.mkdirSync(dir);
    await setUp(dir);
    fs.writeFileSync(path.join(own, 'keys.json'), JSON.stringify(toKeysInHex(await openKeys(dir, null, password))));
    try {
      fs.renameSync(own, shared);
    } catch (problem) {
      if (!fs.existsSync(shared)) throw problem;
    }
  }
  const keys = JSON.parse(fs.readFileSync(path.join(shared, 'keys.json'), 'utf8')) as KeysInHex;
  return { dir: path.join(shared, 'office'), keys };
}

/** What a right password leads to, without the password. The folder is a copy of the template, whatever happened in it since. */
export function openByKeys({ core, dir }: { readonly core: Core; readonly dir: string }, keys: KeysInHex): void {
  adoptStore(core.context, openStore(dir, slotKeys(keys), lockFolder(dir), false, { clock: core.context.options.clock }), 'session.unlock');
}
