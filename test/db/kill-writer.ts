/** Writes acts to a data folder until it is killed, or up to a number, and says each number once the store has acknowledged it. */
import fs from 'node:fs';
import type { CasesTx, Door } from '../../db/contract/store.ts';
import { lockFolder } from '../../db/lock.ts';
import { openStore } from '../../db/open-store.ts';
import { cryptoReady, fromHex } from '../../shared/crypto/sodium.ts';
import { RecordId, UserId } from '../../shared/domain/ids.ts';

await cryptoReady();
const [dir = '', user = '', deskKey = '', casesKey = '', record = '', from = '', to = 'Infinity'] = process.argv.slice(2);
const keys = { user: UserId.parse(user), role: 'head' as const, training: true, signingSeed: null };
const store = openStore(dir, { ...keys, deskKey: fromHex(deskKey), casesKey: fromHex(casesKey) }, lockFolder(dir), false);
const actor = { user: store.user, device: store.device, at: '2026-03-02T09:15:00Z' };
const cases = store.cases as Door<CasesTx>;
const id = RecordId.parse(record);

for (let number = Number(from); number <= Number(to); number++) {
  cases.write((tx) => {
    tx.histories.append(id, 'case', [{ type: 'answer', entry: null, field: 'plan.wish', value: number, base: base(tx) }], actor);
    tx.audit.write({ action: 'case.answered', record: id, details: { number } }, actor);
  });
  fs.writeSync(1, `${String(number)}\n`);
}

function base(tx: CasesTx) {
  return (tx.histories.find(id)?.answers['']?.['plan.wish'] ?? []).map((head) => head.intent);
}
