/** Erases a record because its time is over, and is gone, as by a power switch, at one step. */
import { erase } from '../../../db/erase/erase.ts';
import { lockFolder } from '../../../db/lock.ts';
import { openStore } from '../../../db/open-store.ts';
import { cryptoReady, fromHex } from '../../../shared/crypto/sodium.ts';
import { RecordId, UserId } from '../../../shared/domain/ids.ts';

await cryptoReady();
const [dir = '', user = '', deskKey = '', casesKey = '', record = '', at = ''] = process.argv.slice(2);
const keys = { user: UserId.parse(user), role: 'head' as const, training: true, signingSeed: null };
const store = openStore(dir, { ...keys, deskKey: fromHex(deskKey), casesKey: fromHex(casesKey) }, lockFolder(dir), false);
const actor = { user: store.user, device: store.device, at: '2026-03-02T09:15:00Z' };
erase(store, [RecordId.parse(record)], 'retention', actor, {
  onStep: (step) => {
    if (step === at) process.kill(process.pid, 'SIGKILL');
  },
});
