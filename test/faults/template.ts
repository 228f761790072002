/** An office to begin with: set up through the real core, with the derivations of a real set-up, once per campaign. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createBackup } from '../../db/backup/create-backup.ts';
import { openKeys } from '../../db/unlock.ts';
import { openContext } from '../../office/base.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import type { Facts } from './facts.ts';
import { allFacts } from './observe.ts';
import { coreOn, openOffice, toKeysInHex, type KeysInHex } from './office-on-keys.ts';

export interface Template {
  readonly dir: string;
  readonly keys: KeysInHex;
  readonly facts: Facts;
  readonly passwords: Readonly<Record<string, string>>;
}

const password = 'Kranichzug am Morgen';

export async function makeTemplate(): Promise<Template> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-faults-'));
  const { core, client } = coreOn(dir, (line) => { process.stderr.write(`${line}\n`); });
  const { recoveryCode } = await client.session.initialise({
    officeId: OfficeId.parse('NI-0417'),
    officeName: 'JMD Nordstadt',
    carrierGroup: 'bag_ejsa',
    land: '03',
    privacyLaw: 'gdpr',
    login: 'petra',
    displayName: 'Petra Amsel',
    password,
    training: true,
  });
  await client.session.confirmRecovery({ code: recoveryCode });
  const facts: Record<string, string | number> = {};
  for (const firstName of ['Amira', 'Samuel', 'Olena']) {
    let view = await client.cases.create();
    const caseId = view.row.id;
    facts[`case/${caseId}`] = 'there';
    for (const [field, value] of [
      ['consent.data_processing_status', 'granted'],
      ['consent.data_processing_date', '2026-03-02'],
      ['person.first_name', firstName],
      ['person.last_name', 'Haddad'],
      ['case.date_of_birth', '2007-05-14'],
    ] as const) {
      view = await client.cases.answer({ caseId, entry: null, field, value, base: [...(view.answers['']?.[field]?.base ?? [])] });
      facts[`case/${caseId}/answer//${field}`] = value;
    }
    const { entry } = await client.cases.addEntry({ caseId, group: 'goal', parent: null });
    await client.cases.editText({ caseId, entry, field: 'goal.description', text: 'Ich will im Sommer B1 schaffen.', base: [] });
    facts[`case/${caseId}/entry/${entry}`] = 'live';
    facts[`case/${caseId}/text/${entry}/goal.description`] = 'Ich will im Sommer B1 schaffen.';
  }
  const { store, actor } = openContext(core.context);
  const { name } = await createBackup(store, 'daily', actor.at);
  facts[`backup/${name}`] = 'there';
  await core.lock();
  return { dir, keys: toKeysInHex(await openKeys(dir, null, password)), facts, passwords: { petra: password } };
}

const fixtures = path.join(import.meta.dirname, '..', 'db', 'fixtures');
/** See README.md there. */
const passwordOfFixtures = 'Haselnuss am Waldrand';

/** Folders as earlier schemas left them, with what they hold after a migration that nobody interrupts. */
export async function olderTemplates(): Promise<readonly Template[]> {
  const names = fs.readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Promise.all(
    names.map(async ({ name }) => {
      const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-faults-'));
      const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-faults-'));
      for (const target of [dir, copy]) fs.cpSync(path.join(fixtures, name), target, { recursive: true });
      const keys = toKeysInHex(await openKeys(dir, null, passwordOfFixtures));
      const office = openOffice(copy, keys, (line) => { process.stderr.write(`${line}\n`); });
      const facts = await allFacts(office);
      await office.core.lock();
      fs.rmSync(copy, { recursive: true, force: true });
      return { dir, keys, facts, passwords: {} };
    }),
  );
}
