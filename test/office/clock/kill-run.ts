/** Opens an office by its keys on a day, runs the clock, and is gone as by a power switch after a commit of the run. */
import fs from 'node:fs';
import { casesContext, openContext } from '../../../office/base.ts';
import { cryptoReady } from '../../../shared/crypto/sodium.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { KeysInHex } from '../../faults/office-on-keys.ts';
import { openByKeys } from '../support/office-template.ts';
import { officeIn } from '../support/office.ts';

await cryptoReady();
const [dir = '', hex = '', day = '', expected = '', last = ''] = process.argv.slice(2);
const office = officeIn(dir, {}, { now: new Date(`${day}T09:00:00Z`), day: IsoDay.parse(day) });
openByKeys(office, JSON.parse(hex) as KeysInHex);
const { store, cases } = casesContext(openContext(office.core.context));
await office.client.clock.overview({ limit: 1 });

let commits = 0;
const counted = <T>(done: T): T => {
  if ((commits += 1) === Number(last)) process.kill(process.pid, 'SIGKILL');
  return done;
};
const [desk, file] = [store.desk.write.bind(store.desk), cases.write.bind(cases)];
Object.assign(store.desk, { write: (write: Parameters<typeof desk>[0]) => counted(desk(write)) });
Object.assign(cases, { write: (write: Parameters<typeof file>[0]) => counted(file(write)) });
await office.client.clock.run({ expected: Number(expected) });
while ((await office.client.clock.progress())?.state === 'running') await new Promise((resolve) => setTimeout(resolve, 5));
fs.writeSync(1, String(commits));
process.exit(0);
