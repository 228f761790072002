import { describe, expect, test } from 'vitest';
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { StaffRow } from '../../db/contract/desk.ts';
import { randomBytes, randomId } from '../../shared/crypto/sodium.ts';
import { DeliveryId, UserId } from '../../shared/domain/ids.ts';
import { codeOf, createStore, newFolder, newKeys, reopenStore } from './folders.ts';

describe('settings', () => {
  test.each([
    ['a text', 'JMD Küstenwind'],
    ['a number', 12.5],
    ['no', false],
    ['null', null],
    ['a list', ['a', 'b']],
    ['an object', { land: '03', until: '2026-12-31' }],
  ])('%s comes back as it was', (_, value) => {
    const store = createStore();
    store.desk.write((tx) => {
      tx.settings.write('x', 'before');
      tx.settings.write('x', value);
    });
    expect(store.desk.read((tx) => tx.settings.read('x'))).toEqual(value);
    expect(store.desk.read((tx) => tx.settings.read('y'))).toBeUndefined();
  });
});

describe('staff', () => {
  test('is saved, changed, and keeps logins apart', () => {
    const store = createStore();
    const kaan = { id: UserId.parse(randomId()), login: 'demir', displayName: 'Kaan Demir', role: 'caseworker' as const };
    const save = (row: StaffRow) => {
      store.desk.write((tx) => {
        tx.staff.save(row);
      });
    };
    save(kaan);
    save({ ...kaan, displayName: 'Kaan Demir-Wolf' });
    expect(store.desk.read((tx) => tx.staff.list())).toEqual([{ ...kaan, displayName: 'Kaan Demir-Wolf' }]);
    expect(
      codeOf(() => {
        save({ ...kaan, id: UserId.parse(randomId()), login: 'DEMIR ' });
      }),
    ).toBe('LOGIN_TAKEN');
  });
});

describe('deliveries', () => {
  const built: DeliveryRow = {
    id: DeliveryId.parse(randomId()),
    state: 'built',
    period: '2026-H1',
    planId: 'jmd-default',
    planVersion: 3,
    tables: '[{"id":"A1","cells":[]}]',
    unknownAnswers: 4,
    builtAt: '2026-07-02T08:00:00Z',
    approvedAt: null,
    approvedBy: null,
    sequence: null,
    envelope: null,
    sha256: null,
    receipt: null,
    confirmedAt: null,
    attempts: 0,
    lastError: null,
    nextAttemptAt: null,
  };
  const approved: DeliveryRow = {
    ...built,
    state: 'approved',
    approvedAt: '2026-07-03T08:00:00Z',
    approvedBy: UserId.parse(randomId()),
    sequence: 1,
    envelope: randomBytes(3_000),
    sha256: 'ab'.repeat(32),
    attempts: 2,
    lastError: 'SERVER_UNREACHABLE',
    nextAttemptAt: '2026-07-03T08:10:00Z',
  };

  test('keep every byte over a restart, newest first', () => {
    const dir = newFolder();
    const keys = newKeys();
    const store = createStore(dir, keys);
    const later = { ...built, id: DeliveryId.parse(randomId()), builtAt: '2026-08-01T08:00:00Z' };
    store.desk.write((tx) => {
      for (const row of [built, later, approved]) tx.deliveries.save(row);
    });
    store.close();
    const again = reopenStore(dir, keys);
    expect(again.desk.read((tx) => tx.deliveries.list())).toEqual([later, approved]);
    expect(again.desk.read((tx) => tx.deliveries.find(approved.id))).toEqual(approved);
    expect(again.desk.read((tx) => tx.deliveries.find(DeliveryId.parse(randomId())))).toBeUndefined();
  });

  test('only a preview can be thrown away', () => {
    const store = createStore();
    const preview = { ...built, id: DeliveryId.parse(randomId()) };
    store.desk.write((tx) => {
      for (const row of [preview, approved]) tx.deliveries.save(row);
      tx.deliveries.removeBuilt(preview.id);
      tx.deliveries.removeBuilt(approved.id);
    });
    expect(store.desk.read((tx) => tx.deliveries.list())).toEqual([approved]);
  });
});
