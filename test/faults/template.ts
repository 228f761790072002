/** An office to begin with: set up through the real core, with the derivations of a real set-up, once per campaign. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openKeys } from '../../db/unlock.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import type { Facts } from './facts.ts';
import { coreOn, toKeysInHex, type KeysInHex } from './office-on-keys.ts';

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
  await core.lock();
  return { dir, keys: toKeysInHex(await openKeys(dir, null, password)), facts, passwords: { petra: password } };
}
