/** What people type who have a part of a name, or a number as it stands on a piece of paper. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseProjection } from '../../db/contract/cases.ts';
import type { Store } from '../../db/contract/store.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { actorOf, casesOf, createStore, newRecord } from './folders.ts';

let store: Store;

function save(name: string, phone: string, born: string): RecordId {
  const id = newRecord();
  const row = { id, number: 'NI-0417-2026-0001', name, born: null, supportForm: null, status: 'active', consent: 'given' };
  const rest = { caseworker: null, deputy: null, shielded: false, cardInside: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' };
  const words = [name, phone, born].filter((text) => text !== '').map((text) => ({ field: null, text }));
  const projection: CaseProjection = { row: { ...row, ...rest }, dues: [], words, facts: {} };
  casesOf(store).write((tx) => {
    tx.histories.create(id, 'case', actorOf(store));
    tx.projections.save(id, projection);
  });
  return id;
}

beforeAll(() => {
  store = createStore();
  save('Schewtschenko, Taras', '', '');
  save('Çelik, Yusuf', '+380 67 1234567', '');
  save('Ahmadzai, Hamidullah', '', '03.02.2008');
  save("O'Brien, Mohamed", '0176 12345678', '');
  save('Rezai, Abdul Rahman', '', '');
  save('Nuri, Abdurrahim', '', '');
});

const found = (text: string): readonly string[] =>
  casesOf(store).read((tx) => tx.projections.search(text, 30).map(({ record }) => tx.projections.findRow(record)?.name ?? ''));
const listed = (text: string): readonly string[] => {
  const query = { caseworker: null, status: null, supportForm: null, gapsOnly: false, sort: 'name', descending: false, offset: 0, limit: 10 } as const;
  return casesOf(store).read((tx) => tx.projections.list({ ...query, text }).rows.map(({ name }) => name));
};

describe('in the search and in the list', () => {
  test.each([
    ['Shevch', 'Schewtschenko, Taras'],
    ['Шевч', 'Schewtschenko, Taras'],
    ['Taras Shevch', 'Schewtschenko, Taras'],
    ['Yous', 'Çelik, Yusuf'],
    ['Tschel', 'Çelik, Yusuf'],
    ['Achmads', 'Ahmadzai, Hamidullah'],
    ['ullah', 'Ahmadzai, Hamidullah'],
    ['Brien', "O'Brien, Mohamed"],
    ['Abdurrahman', 'Rezai, Abdul Rahman'],
    ['Abdulrahman', 'Rezai, Abdul Rahman'],
    ['Abdul Rahim', 'Nuri, Abdurrahim'],
    ['00380 67', 'Çelik, Yusuf'],
    ['0038067123', 'Çelik, Yusuf'],
    ['+380671234567', 'Çelik, Yusuf'],
    ['4917612345', "O'Brien, Mohamed"],
    ['Tel 0176 1234', "O'Brien, Mohamed"],
    ['0176 12345678 Mohamed', "O'Brien, Mohamed"],
    ['Mohamed, Tel. +49 176 12345678', "O'Brien, Mohamed"],
    ['0176–1234', "O'Brien, Mohamed"],
  ])('%s finds %s', (text, name) => {
    expect([found(text), listed(text)]).toEqual([[name], [name]]);
  });

  test.each(['3.2.2008', '3.2.08', '3. Februar 2008', '03.02.2008', 'geb. 3.2.2008', 'geb. am 3. Feb. 2008', '2008-02-03'])('%s finds who was born then', (text) => {
    expect([found(text), listed(text)]).toEqual([['Ahmadzai, Hamidullah'], ['Ahmadzai, Hamidullah']]);
  });

  test.each(['0176 12345678 Taras', 'Tel 0151 99', '2.3.2008', '3. Oma 2008', 'Tel', 'geb.', '00', '+'])('%s finds nobody', (text) => {
    expect([found(text), listed(text)]).toEqual([[], []]);
  });
});
