/** Opens an office by its keys, does one act, and is gone as by a power switch: at a step of it, or the moment it was acknowledged. */
import fs from 'node:fs';
import { takeCardsOff } from '../../db/erase/take-card-off.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { parentsField } from '../../shared/cases/guardians.ts';
import { lockFolder } from '../../db/lock.ts';
import { openStore } from '../../db/open-store.ts';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { openOffice, slotKeys, today, type KeysInHex } from '../faults/office-on-keys.ts';

await cryptoReady();
const [dir = '', hex = '', record = '', act = '', at = ''] = process.argv.slice(2);
const keys = JSON.parse(hex) as KeysInHex;
const caseId = RecordId.parse(record);
const die = (): void => {
  fs.writeSync(1, 'done\n');
  process.kill(process.pid, 'SIGKILL');
};

if (act === 'withdraw') {
  const { client } = openOffice(dir, keys, (line) => { throw new Error(line); });
  await client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today });
  die();
} else if (act === 'parents' || act === 'unshield') {
  const { core, client } = openOffice(dir, keys, (line) => { throw new Error(line); });
  const { store, cases } = casesContext(openContext(core.context));
  const [value = '', last = ''] = at.split(' ');
  let commits = 0;
  const counted = <T>(done: T): T => {
    if ((commits += 1) === Number(last)) die();
    return done;
  };
  const [desk, file] = [store.desk.write.bind(store.desk), cases.write.bind(cases)];
  Object.assign(store.desk, { write: (write: Parameters<typeof desk>[0]) => counted(desk(write)) });
  Object.assign(cases, { write: (write: Parameters<typeof file>[0]) => counted(file(write)) });
  if (act === 'unshield') await client.cases.shield({ caseId, shielded: false });
  else {
    const { answers } = await client.cases.open({ caseId });
    await client.cases.answer({ caseId, entry: null, field: parentsField, value, base: [...(answers['']?.[parentsField]?.base ?? [])] });
  }
  fs.writeSync(1, `${String(commits)} commits`);
  process.exit(0);
} else {
  // Without the core: its start would finish the step by itself.
  const store = openStore(dir, slotKeys(keys), lockFolder(dir), false);
  takeCardsOff(store, [caseId], { user: store.user, device: store.device, at: '2026-03-02T09:15:00Z' }, (step) => {
    if (step === at) die();
  });
}
