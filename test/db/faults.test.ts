import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { randomId, toHex } from '../../shared/crypto/sodium.ts';
import { AttachmentId, type RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { actorOf, casesOf, codeOf, createStore, newFolder, newKeys, newRecord, reopenStore } from './folders.ts';

const writer = new URL('./kill-writer.ts', import.meta.url).pathname;

/** Last number the writer said before it was killed in the middle of its work. */
async function writeAndKill(dir: string, keys: SlotKeys, record: RecordId, from: number, acknowledged: number): Promise<number> {
  const secrets = [keys.deskKey, keys.casesKey ?? new Uint8Array()].map(toHex);
  const child = spawn(process.execPath, [writer, dir, keys.user, ...secrets, record, String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > acknowledged) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${complaint}`);
  return Number(said.trimEnd().split('\n').at(-1));
}

describe('kill -9', () => {
  test('loses nothing that was acknowledged, in four runs on one folder', async () => {
    const dir = newFolder();
    const keys = newKeys();
    const record = newRecord();
    const first = createStore(dir, keys);
    casesOf(first).write((tx) => tx.histories.create(record, 'case', actorOf(first)));
    first.close();
    let next = 1;
    for (let run = 0; run < 4; run++) {
      const last = await writeAndKill(dir, keys, record, next, 1 + 9 * run);
      const store = reopenStore(dir, keys);
      const numbers = casesOf(store).read((tx) =>
        tx.histories.read(record).flatMap(({ intent }) => (intent.body.type === 'answer' ? [intent.body.value] : [])),
      );
      // One more than was said may be there: committed, and killed before saying so.
      expect([last, last + 1]).toContain(numbers.length);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      const live = casesOf(store).read((tx) => canonicalJson(tx.histories.find(record)));
      casesOf(store).write((tx) => {
        tx.histories.rebuildStates();
      });
      expect(casesOf(store).read((tx) => canonicalJson(tx.histories.find(record)))).toBe(live);
      expect(casesOf(store).read((tx) => tx.audit.verify())).toEqual({ door: 'cases', entries: numbers.length, brokenAt: null });
      store.close();
      next = numbers.length + 1;
    }
  }, 120_000);
});

describe('a full disk', () => {
  test('is said, takes nothing back that was saved, and is over when there is room again', () => {
    const dir = newFolder();
    const keys = newKeys();
    const store = createStore(dir, keys);
    const record = newRecord();
    const cases = casesOf(store);
    cases.write((tx) => tx.histories.create(record, 'case', actorOf(store)));
    const { cases: db } = insideOf(store).databases;
    const pages = db?.pragma('page_count', { simple: true }) as number;
    db?.pragma(`max_page_count = ${String(pages + 2)}`);
    const attachment = AttachmentId.parse(randomId());
    const save = (bytes: number) => {
      cases.write((tx) => {
        tx.histories.append(record, 'case', [{ type: 'setCountKeys', year: 2026, named: 1, sums: 2 }], actorOf(store));
        tx.histories.keepBytes(record, attachment, new Uint8Array(bytes));
      });
    };
    expect(
      codeOf(() => {
        save(100_000);
      }),
    ).toBe('DISK_FULL');
    expect(cases.read((tx) => [tx.histories.find(record)?.intents, tx.histories.readBytes(record, attachment)])).toEqual([
      1,
      undefined,
    ]);
    expect(db?.pragma('integrity_check', { simple: true })).toBe('ok');
    db?.pragma('max_page_count = 1000000');
    save(100_000);
    store.close();
    const again = reopenStore(dir, keys);
    expect(casesOf(again).read((tx) => tx.histories.readBytes(record, attachment)?.length)).toBe(100_000);
  });

  test('of the keyring leaves no record without its key', () => {
    const store = createStore();
    const record = newRecord();
    const act = () =>
      casesOf(store).write((tx) => {
        tx.histories.create(record, 'case', actorOf(store));
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      });
    expect(codeOf(act)).toBe('DISK_FULL');
    casesOf(store).write((tx) => tx.histories.create(record, 'case', actorOf(store)));
    expect(casesOf(store).read((tx) => tx.histories.read(record).length)).toBe(1);
  });
});
