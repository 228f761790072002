/** An office that lies where its files are not safe is neither set up nor opened, and the reason is said before anybody types (R30). */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceProblem } from '../../db/place.ts';
import { errorTexts } from '../../shared/messages/errors.ts';
import { contentsOf } from '../db/folders.ts';
import { codeOf, newFolder, nordstadt, officeIn, password, readyOffice, type TestOffice } from './support/office.ts';

const lasting = ['PLACE_NETWORK', 'PLACE_SYNCED', 'PLACE_REMOVABLE'] as const satisfies readonly PlaceProblem[];

describe('a folder that is not safe', () => {
  test.each(lasting)('%s: no office is set up in it, not even for practice, and nothing lies there afterwards', async (problem) => {
    const office = officeIn(await newFolder(), { placeOf: () => problem });
    expect(await office.client.session.status()).toEqual({ phase: 'unusable', code: problem });
    for (const training of [true, false]) expect(await codeOf(office.client.session.initialise({ ...nordstadt, training }))).toBe(problem);
    expect(readdirSync(office.dir)).toEqual([]);
    expect(errorTexts[problem].advice.length).toBeGreaterThan(20);
    await office.remove();
  });

  test('a temporary one takes an office for practice and no other', async () => {
    const office = officeIn(await newFolder(), { placeOf: () => 'PLACE_TEMPORARY' });
    expect(await office.client.session.status()).toEqual({ phase: 'empty' });
    expect(await codeOf(office.client.session.initialise({ ...nordstadt, training: false }))).toBe('PLACE_TEMPORARY');
    expect(readdirSync(office.dir)).toEqual([]);
    await office.remove();
  });
});

describe('an office whose folder was moved to a place that is not safe', () => {
  let office: TestOffice;
  beforeAll(async () => { office = await readyOffice(); });
  afterAll(async () => office.remove());

  test.each(lasting)('%s: is not opened, by no way in, and not a byte changes', async (problem) => {
    office = await office.restart({ placeOf: () => problem });
    const before = contentsOf(office.dir);
    const { session } = office.client;
    expect(await session.status()).toEqual({ phase: 'unusable', code: problem });
    expect(await codeOf(session.unlock({ login: null, password }))).toBe(problem);
    expect(await codeOf(session.recover({ code: '0000', login: 'petra', newPassword: password }))).toBe(problem);
    expect(contentsOf(office.dir)).toEqual(before);
  });
});
