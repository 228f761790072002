/** An act of a window is done once, however often it is sent. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../db/errors.ts';
import { casesContext, openContext } from '../../office/base.ts';
import type { CoreClient } from '../../office/core.ts';
import { serveWindowPorts } from '../../office/port-windows.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { ActId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { amira, codeOf, password, readyOffice, type TestOffice } from './support/office.ts';

const newAct = () => ActId.parse(randomId());
const everything = { mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 } as const;

describe('an act that is sent twice', () => {
  let office: TestOffice;
  let caseId: RecordId;
  let entry: EntryId;
  beforeAll(async () => {
    office = await readyOffice();
  });
  afterAll(async () => {
    await office.remove();
  });

  const goal = 'goal.description';
  const written = (): number => {
    const { store, cases } = casesContext(openContext(office.core.context));
    return cases.read((tx) => tx.histories.read(caseId)).length + store.desk.read((tx) => tx.histories.read(caseId)).length;
  };
  const newCase = async (): Promise<CaseView> => {
    const { row } = await amira(office);
    caseId = row.id;
    ({ entry } = await office.client.cases.addEntry({ caseId, group: 'goal', parent: null }));
    await office.client.cases.addEntry({ caseId, group: 'goal', parent: null });
    await office.client.cases.editText({ caseId, entry, field: goal, text: 'Deutsch B1', base: [] });
    return office.client.cases.open({ caseId });
  };

  const acts: readonly (readonly [name: string, ask: (client: CoreClient, before: CaseView, act: ActId) => Promise<CaseView>])[] = [
    ['answer', (client, before, act) => client.cases.answer({ caseId, act, entry: null, field: 'person.last_name', value: 'Nasser', base: [...(before.answers['']?.['person.last_name']?.base ?? [])] })],
    ['editText', (client, before, act) => client.cases.editText({ caseId, act, entry, field: goal, text: 'Deutsch B1 und B2', base: [...(before.texts[entry]?.[goal]?.base ?? [])] })],
    ['addEntry', async (client, _before, act) => (await client.cases.addEntry({ caseId, act, group: 'goal', parent: null })).view],
    ['retireEntry', (client, _before, act) => client.cases.retireEntry({ caseId, act, entry, retired: true })],
    ['moveEntry', (client, _before, act) => client.cases.moveEntry({ caseId, act, entry, before: null })],
    ['fillGaps', (client, _before, act) => client.cases.fillGaps({ caseId, act, section: null })],
  ];

  it.each(acts)('%s is written once and shows the same case again', async (_name, ask) => {
    const before = await newCase();
    const act = newAct();
    const first = await ask(office.client, before, act);
    const count = written();
    expect(await ask(office.client, before, act)).toEqual(first);
    expect(written()).toBe(count);
  });

  it('does not turn back what was done after it', async () => {
    await newCase();
    const act = newAct();
    await office.client.cases.retireEntry({ caseId, act, entry, retired: true });
    await office.client.cases.retireEntry({ caseId, act: newAct(), entry, retired: false });
    const late = await office.client.cases.retireEntry({ caseId, act, entry, retired: true });
    expect(late.entries.find(({ id }) => id === entry)?.retired).toBe(false);
  });

  it('names the same new entry again', async () => {
    await newCase();
    const wish = { caseId, act: newAct(), group: 'goal', parent: null };
    expect((await office.client.cases.addEntry(wish)).entry).toBe((await office.client.cases.addEntry(wish)).entry);
  });

  it('never passes other words under the same name for the words it has', async () => {
    const before = await newCase();
    const wish = { caseId, act: newAct(), entry, field: goal };
    const first = await office.client.cases.editText({ ...wish, text: 'Deutsch B2', base: [...(before.texts[entry]?.[goal]?.base ?? [])] });
    const second = await office.client.cases.editText({ ...wish, text: 'Deutsch C1', base: [...(first.texts[entry]?.[goal]?.base ?? [])] });
    expect(second.texts[entry]?.[goal]?.text).toBe('Deutsch C1');
  });

  describe.each([
    ['while the office stays open', async () => undefined],
    ['after the office was opened again', async () => {
      await office.core.lock();
      await office.client.session.unlock({ login: null, password });
    }],
  ])('after the disk was full between card and file, %s', (_when, reopen) => {
    /** The card is committed, the case file is not. */
    const interrupted = async (ask: () => Promise<CaseView>): Promise<void> => {
      const { cases } = casesContext(openContext(office.core.context));
      const full = vi.spyOn(cases, 'write').mockImplementation(() => {
        throw new StoreError('DISK_FULL');
      });
      expect(await codeOf(ask())).toBe('DISK_FULL');
      full.mockRestore();
      await reopen();
    };

    it('an answer on the card has one head and stands in the list', async () => {
      const before = await newCase();
      const act = newAct();
      const ask = (): Promise<CaseView> =>
        office.client.cases.answer({ caseId, act, entry: null, field: 'person.last_name', value: 'Nasser', base: [...(before.answers['']?.['person.last_name']?.base ?? [])] });
      await interrupted(ask);
      const after = await ask();
      expect(after.answers['']?.['person.last_name']?.heads.map(({ value }) => value)).toEqual(['Nasser']);
      expect(after.row.name).toBe('Nasser, Amira');
      const found = await office.client.cases.list({ ...everything, text: 'Nasser' });
      expect(found.rows.map(({ id }) => id)).toContain(caseId);
    });

    it('the gaps of the file are filled, those of the card not again', async () => {
      await newCase();
      const act = newAct();
      const ask = (): Promise<CaseView> => office.client.cases.fillGaps({ caseId, act, section: null });
      await interrupted(ask);
      const count = written();
      const after = await ask();
      expect(written()).toBeGreaterThan(count);
      expect(Object.values(after.answers).flatMap((fields) => Object.values(fields)).every(({ heads }) => heads.length <= 1)).toBe(true);
      expect(after.row.gaps).toBe(after.gaps.length);
      expect((await office.client.cases.fillGaps({ caseId, section: null })).gaps).toEqual(after.gaps);
    });
  });

  it('is written once when the reply never reached the window', async () => {
    const before = await newCase();
    const takeIn = serveWindowPorts(office.core);
    let deaf = false;
    const openWindow = async (): Promise<{ client: CoreClient; close: () => void }> => {
      const wire = new MessageChannel();
      const window = new MessageChannel();
      window.port1.on('message', (message) => { wire.port2.postMessage(message); });
      wire.port2.on('message', (message) => { if (!deaf) window.port1.postMessage(message); });
      const client = createORPCClient<CoreClient>(new RPCLink({ port: window.port2 }));
      window.port2.start();
      await takeIn(wire.port1);
      await client.session.unlock({ login: null, password });
      return { client, close: () => { wire.port2.close(); window.port1.close(); } };
    };
    const wish = { caseId, act: newAct(), entry, field: goal, text: 'Deutsch B1 bis Sommer', base: [...(before.texts[entry]?.[goal]?.base ?? [])] };
    const first = await openWindow();
    const count = written();
    deaf = true;
    const lost = first.client.cases.editText(wish).then(() => 'answered', () => 'lost');
    await expect.poll(written).toBe(count + 1);
    first.close();
    expect(await lost).toBe('lost');

    deaf = false;
    const second = await openWindow();
    const after = await second.client.cases.editText(wish);
    expect(after.texts[entry]?.[goal]?.text).toBe('Deutsch B1 bis Sommer');
    expect(written()).toBe(count + 1);
    second.close();
    await expect.poll(() => office.core.context.session.open).toBeNull();
  });
});
