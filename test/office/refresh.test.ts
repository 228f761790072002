import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/contract/store.ts';
import { openContext } from '../../office/base.ts';
import { refreshedFacts } from '../../office/cases/refresh.ts';
import { rebuildProjections } from '../../office/cases/stale.ts';
import { writeSetting } from '../../office/session/settings.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { amira, password, readyOffice, type TestOffice } from './support/office.ts';

describe('rows, dates and facts', () => {
  let office: TestOffice;
  let written: readonly string[];
  /** The id of everything that was ever written into a history, in both doors. */
  const intentsIn = ({ desk, cases }: Store): readonly string[] => {
    const ofCases = cases?.read((tx) => tx.histories.ids('case').flatMap((id) => tx.histories.read(id))) ?? [];
    const ofCards = desk.read((tx) => tx.histories.ids('person').flatMap((id) => tx.histories.read(id)));
    return [...ofCases, ...ofCards].map(({ intent }) => intent.id);
  };
  beforeAll(async () => {
    office = await readyOffice();
    await amira(office);
    written = intentsIn(openContext(office.core.context).store);
  });
  afterAll(async () => {
    await office.remove();
  });

  const refresh = (): Promise<void> => refreshedFacts(openContext(office.core.context));
  /** How many cases the list has after a refresh that found none of the rows. */
  async function rowsMadeAnew(): Promise<number> {
    openContext(office.core.context).store.cases?.write((tx) => { tx.projections.clear(); });
    await refresh();
    return (await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total;
  }

  it('are made anew once a day', async () => {
    await refresh();
    expect(await rowsMadeAnew()).toBe(0);
    office.clock.day = IsoDay.parse('2026-03-03');
    expect(await rowsMadeAnew()).toBe(1);
    expect(await rowsMadeAnew()).toBe(0);
  });

  it('are made anew on the same day where another edition of the catalogue reads them', async () => {
    office = await office.restart({ catalogue: { ...currentCatalogue, edition: '2027.1' } });
    await office.client.session.unlock({ login: null, password });
    expect(await rowsMadeAnew()).toBe(1);
    expect(await rowsMadeAnew()).toBe(0);
  });

  it('and none of that writes into a history: what nobody answered stays unanswered, whatever an edition supposes', async () => {
    const { store } = openContext(office.core.context);
    for (const { id } of (await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).rows) {
      const view = await office.client.cases.open({ caseId: id });
      expect(view.gaps.length).toBeGreaterThan(0);
      await office.client.cases.export({ caseId: id });
    }
    await office.client.start.overview();
    await office.client.safety.rebuild();
    expect(intentsIn(store)).toEqual(written);
  });

  it('are made anew on the same day where another monitoring plan counted them, or nobody wrote down which', async () => {
    const { desk } = openContext(office.core.context).store;
    desk.write((tx) => { writeSetting(tx, 'projected', { day: office.clock.day, catalogue: '2027.1', plan: 'jmd-bund/0', words: 1, clock: '' }); });
    expect(await rowsMadeAnew()).toBe(1);
    desk.write((tx) => { tx.settings.write('projected', { day: office.clock.day }); });
    expect(await rowsMadeAnew()).toBe(1);
    expect(await rowsMadeAnew()).toBe(0);
  });

  it('that were being made anew when the program ended are there after the next unlock', async () => {
    await amira(office);
    const { context } = office.core;
    const open = context.session.open;
    if (open === null) throw new Error('locked');
    // Nothing is left to be healed from making the case.
    open.store.desk.write((tx) => { writeSetting(tx, 'stale', { records: [] }); });
    let looks = 0;
    const today = (): IsoDay => {
      looks += 1;
      if (looks === 2) throw new Error('the power goes');
      return office.clock.day;
    };
    expect(() => { rebuildProjections({ ...context, options: { ...context.options, today } }, open, 1); }).toThrow('the power goes');
    const total = async (): Promise<number> => (await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total;
    expect(await total()).toBe(1);
    await office.core.lock();
    await office.client.session.unlock({ login: null, password });
    expect(await total()).toBe(2);
  });
});
