import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFactReader } from '../../db/fact-reader.ts';
import { folderPaths } from '../../db/folder.ts';
import { openDatabase } from '../../db/open-database.ts';
import { insideOf } from '../../db/open-store.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { currentPlan } from '../../office/monitoring/plans.ts';
import { tablesOfPeriod } from '../../office/monitoring/tables-of-period.ts';
import { seedOffice } from '../../office/seed.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { newFolder, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
let folder: string;
beforeAll(async () => {
  office = await readyOffice();
  folder = await newFolder();
  office.clock.day = IsoDay.parse('2026-11-30');
  await seedOffice(office.core, { cases: 60, year: 2026 });
});
afterAll(async () => {
  await office.remove();
  await rm(folder, { recursive: true, force: true });
});

it('the tables are the same bytes on a copy stripped of everything but monitoring_*', async () => {
  const { cases, store } = casesContext(openContext(office.core.context));
  const period = { year: 2026, half: null } as const;
  const whole = cases.read((tx) => tablesOfPeriod(tx.facts, currentPlan, period));
  const preview = await office.client.monitoring.build(period);
  expect(JSON.stringify(preview.tables)).toHaveLength(whole.tables.length);
  const key = insideOf(store).keys.casesKey?.slice();
  if (key === undefined) throw new Error('no key of the cases');
  await office.core.lock();

  const copy = join(folder, 'cases.db');
  await copyFile(folderPaths(office.dir).cases, copy);
  const db = openDatabase(copy, key, { create: false });
  const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck();
  const [virtual, plain] = [names.all().filter((name) => name.startsWith('search')), names.all()];
  expect(plain.filter((name) => !name.startsWith('monitoring_')).length).toBeGreaterThan(4);
  db.pragma('foreign_keys = OFF');
  for (const name of [...virtual, ...plain]) if (!name.startsWith('monitoring_')) db.exec(`DROP TABLE IF EXISTS "${name}"`);
  db.exec('VACUUM');
  expect(names.all().every((name) => name.startsWith('monitoring_'))).toBe(true);
  db.close();

  const facts = openFactReader(copy, key);
  expect(tablesOfPeriod(facts.reader, currentPlan, period)).toEqual(whole);
  facts.close();
});
