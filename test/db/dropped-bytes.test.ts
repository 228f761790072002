import { describe, expect, test } from 'vitest';
import { createBackup } from '../../db/backup/create-backup.ts';
import type { CasesTx, Store } from '../../db/contract/store.ts';
import { dropFrames } from '../../db/erase/drop-frames.ts';
import { insideOf } from '../../db/open-store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { AttachmentId, EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { IntentBody, SignedIntent } from '../../shared/history/intent.ts';
import { placesOf, scanFolder } from '../support/decrypting-scan.ts';
import { actorOf, casesOf, createStore, newRecord } from './folders.ts';

const canary = 'Papierdrachenflugfest';
/** Long enough for many overflow pages. */
const bytes = Buffer.from(`${canary} `.repeat(5_000));

function keysOf(store: Store) {
  const { deskKey, casesKey } = insideOf(store).keys;
  return { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}

const keepFile = (attachment: AttachmentId, entry: EntryId): IntentBody => ({
  type: 'keepFile',
  file: { attachment, entry, mime: 'application/pdf', bytes: bytes.length, sha256: 'a'.repeat(64) },
});

function keep(tx: CasesTx, store: Store, record: RecordId): AttachmentId {
  const attachment = AttachmentId.parse(randomId());
  tx.histories.keepBytes(record, attachment, bytes);
  tx.histories.append(record, 'case', [keepFile(attachment, EntryId.parse(randomId()))], actorOf(store));
  return attachment;
}

describe('bytes that were dropped', () => {
  test('are in no page, no frame and under no key; another file keeps its own', async () => {
    const store = createStore();
    const keys = keysOf(store);
    const [hers, other] = [newRecord(), newRecord()];
    const { attachment, kept } = casesOf(store).write((tx) => ({ attachment: keep(tx, store, hers), kept: keep(tx, store, other) }));
    const sealed = insideOf(store).databases.cases?.prepare<[string], Buffer>('SELECT sealed FROM attachments WHERE id = ?').pluck().get(attachment) ?? Buffer.alloc(0);
    // A row of this size lies in many pages; each is looked for by a piece of its middle.
    const pieces = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => Buffer.from(sealed.subarray(Math.floor(sealed.length * part), Math.floor(sealed.length * part) + 32)));
    const before = scanFolder(store.dir, keys, [canary, ...pieces]);
    expect(new Set(before.finds.map((find) => find.canary)).size).toBe(1 + pieces.length);

    casesOf(store).write((tx) => tx.histories.append(hers, 'case', [{ type: 'dropFile', attachment }], actorOf(store)));
    expect(await dropFrames(store, () => true)).toBe(true);

    const after = scanFolder(store.dir, keys, pieces);
    expect(after.finds).toEqual([]);
    expect(after.pages).toBeGreaterThan(20);
    expect(casesOf(store).read((tx) => [tx.histories.readBytes(hers, attachment), tx.histories.readBytes(other, kept)?.length])).toEqual([undefined, bytes.length]);
  });

  test('wait for a backup that is being written, and go when it is', async () => {
    const store = createStore();
    const keys = keysOf(store);
    const hers = newRecord();
    const attachment = casesOf(store).write((tx) => keep(tx, store, hers));
    const backup = createBackup(store, 'manual', '2026-03-02T09:15:00Z');
    casesOf(store).write((tx) => tx.histories.append(hers, 'case', [{ type: 'dropFile', attachment }], actorOf(store)));
    expect(await dropFrames(store, () => true)).toBe(true);
    await backup;
    expect(placesOf(scanFolder(store.dir, keys, [canary]), canary).filter((place) => !place.startsWith('backups'))).toEqual([]);
  });

  test('of a store that was closed meanwhile go with its WAL', async () => {
    const store = createStore();
    const keys = keysOf(store);
    const hers = newRecord();
    const attachment = casesOf(store).write((tx) => keep(tx, store, hers));
    casesOf(store).write((tx) => tx.histories.append(hers, 'case', [{ type: 'dropFile', attachment }], actorOf(store)));
    store.close();
    expect(await dropFrames(store, () => false)).toBe(false);
    expect(scanFolder(store.dir, keys, [canary]).finds).toEqual([]);
  });

  test('do not come back when all states are made anew over bytes of an older file', () => {
    const store = createStore();
    const hers = newRecord();
    const attachment = casesOf(store).write((tx) => keep(tx, store, hers));
    casesOf(store).write((tx) => tx.histories.append(hers, 'case', [{ type: 'dropFile', attachment }], actorOf(store)));
    // As a restore does: the row of the backup, the intents of the former file.
    casesOf(store).write((tx) => { tx.histories.keepBytes(hers, attachment, bytes); });
    casesOf(store).write((tx) => tx.histories.rebuildStates());
    expect(casesOf(store).read((tx) => tx.histories.readBytes(hers, attachment))).toBeUndefined();
  });

  test('go on this PC, too, when another one dropped them', () => {
    const [here, there] = [createStore(), createStore()];
    for (const [one, other] of [[here, there], [there, here]] as const)
      one.desk.write((tx) => { tx.devices.add({ id: other.device, publicKey: other.devicePublicKey, addedAt: '2026-01-07T08:00:00Z' }); });
    const hers = newRecord();
    const attachment = casesOf(here).write((tx) => keep(tx, here, hers));
    const history = (store: Store): readonly SignedIntent[] => casesOf(store).read((tx) => tx.histories.read(hers));
    casesOf(there).write((tx) => tx.histories.merge(history(here)));
    casesOf(there).write((tx) => tx.histories.append(hers, 'case', [{ type: 'dropFile', attachment }], actorOf(there)));

    casesOf(here).write((tx) => tx.histories.merge(history(there)));

    expect(casesOf(here).read((tx) => [tx.histories.readBytes(hers, attachment), tx.histories.find(hers)?.files])).toEqual([undefined, {}]);
  });
});
