/** A record begins once, with an id nobody could have guessed or made of what was typed (R54). */
import { afterEach, expect, test } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { amira, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice | null = null;
afterEach(async () => { await office?.remove(); });

test('the same person typed twice begins two records, each once, under random ids of 128 bits', async () => {
  office = await readyOffice();
  const ids = [(await amira(office)).row.id, (await amira(office)).row.id];
  expect(new Set(ids).size).toBe(2);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  const { cases } = casesContext(openContext(office.core.context));
  expect([...cases.read((tx) => tx.histories.ids('case'))].sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const begun = cases.read((tx) => tx.histories.read(id)).filter(({ intent }) => intent.body.type === 'createRecord');
    expect(begun).toHaveLength(1);
  }
});
