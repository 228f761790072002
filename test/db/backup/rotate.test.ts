import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBackupFile, writeBackupFile, type DatedBackup } from '../../../db/backup/backup-file.ts';
import { listBackups } from '../../../db/backup/list-backups.ts';
import { backupsToKeep, backupsToRemove, deletionsAtOnce, rotate } from '../../../db/backup/rotate.ts';
import { writeBackup } from '../../../db/backup/write-backup.ts';
import { folderPaths } from '../../../db/folder.ts';
import { openCopy } from '../../../db/open-database.ts';
import { actorOf, casesOf, createStore, newFolder, newKeys, newRecord } from '../folders.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-05T08:00:00Z');

function stamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function backup(time: number, commits: number, verified = true): DatedBackup {
  const at = stamp(time);
  return { name: `${at.replaceAll(':', '')}-daily`, kind: 'daily', at, bytes: 1, verifiedAt: verified ? at : null, commits, whole: true };
}

/** A run of the rotation as the act does it. */
function rotated(backups: readonly DatedBackup[], now: number): readonly DatedBackup[] {
  const going = backupsToRemove(backups, new Date(now));
  return backups.filter(({ name }) => !going.includes(name));
}

describe('the rotation', () => {
  test('60 days leave the newest of each of 7 days and of each calendar week of 28 days', () => {
    let backups: readonly DatedBackup[] = [];
    for (let number = 0; number < 60; number += 1) {
      const now = start + number * day;
      backups = rotated([...backups, backup(now, number + 1)], now);
    }
    // Day 60 is Thursday, 5 March 2026. Sundays: 1 March, 22, 15 and 8 February.
    expect(backups.map(({ at }) => at.slice(0, 10)).sort()).toEqual([
      '2026-02-08',
      '2026-02-15',
      '2026-02-22',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
    ]);
    // What each of them holds is another day's work: no two rotations keep the same.
    expect(new Set(backups.map(({ commits }) => commits)).size).toBe(backups.length);
  });

  test('several backups of one day leave the newest', () => {
    const morning = backup(start, 1);
    const evening = backup(start + day / 3, 2);
    expect([...backupsToKeep([morning, evening], new Date(start + day / 2))]).toEqual([evening.name]);
  });

  test('nothing goes before a newer one was opened again', () => {
    const old = backup(start, 1);
    const unverified = backup(start + 40 * day, 2, false);
    expect([...backupsToKeep([old, unverified], new Date(start + 40 * day))].sort()).toEqual([old.name, unverified.name]);
    expect(backupsToKeep([backup(start, 1, false)], new Date(start + 90 * day)).size).toBe(1);
  });

  test.each([['2017', '2017-01-01T08:00:00Z'], ['2099', '2099-01-01T08:00:00Z']])('a clock that says %s never costs the newest verified one', (_, wrong) => {
    const week = [0, 1, 2, 3].map((number) => backup(start + number * day, number + 1));
    const newest = week[3];
    for (let run = 0; run < 5; run += 1) expect(rotated(week, Date.parse(wrong)).map(({ name }) => name)).toContain(newest?.name);
    // Written while the clock was wrong: the newest by the counter, whatever it is stamped with.
    const jumped = backup(Date.parse(wrong), 5);
    const back = start + 4 * day;
    expect([...backupsToKeep([...week, jumped], new Date(back))]).toContain(jumped.name);
    expect([...backupsToKeep([...week, jumped], new Date(back))]).toContain(newest?.name);
    const next = backup(back, 6);
    expect(backupsToKeep([...week, jumped, next], new Date(back)).has(jumped.name)).toBe(false);
  });

  test.each([['2099', '2099-01-01T08:00:00Z'], ['2017', '2017-01-01T08:00:00Z']])('a morning on which the clock says %s takes none, however many are made', (_, wrong) => {
    const real = Array.from({ length: 9 }, (__, number) => backup(start + number * day, number + 1));
    let backups: readonly DatedBackup[] = real;
    for (let made = 0; made < 3; made += 1) {
      const now = Date.parse(wrong) + made * 60_000;
      backups = rotated([...backups, backup(now, 10 + made)], now);
    }
    // Those of the same stamped day go for the newest of them.
    expect(backups).toEqual([...real, backup(Date.parse(wrong) + 120_000, 12)]);
  });

  test('after a jump of the clock the old ones stay until seven days followed each other', () => {
    const jump = start + 60 * day;
    let backups: readonly DatedBackup[] = [0, 1, 2, 3].map((number) => backup(start + number * day, number + 1));
    for (let number = 0; number < 6; number += 1) backups = rotated([...backups, backup(jump + number * day, 10 + number)], jump + number * day);
    expect(backups).toHaveLength(10);
    backups = rotated([...backups, backup(jump + 6 * day, 16)], jump + 6 * day);
    expect(backups).toHaveLength(11 - deletionsAtOnce);
  });

  test('a month of old ones goes a few on each day, not with each backup of one day', () => {
    const old = Array.from({ length: 8 }, (_, number) => backup(start + number * day, number + 1));
    const now = start + 7 * day + 30 * day;
    let backups = rotated([...old, backup(now, 10)], now);
    expect(backups).toHaveLength(9 - deletionsAtOnce);
    backups = rotated([...backups, backup(now + 60_000, 11)], now + 60_000);
    expect(backups).toHaveLength(9 - deletionsAtOnce);
  });
});

describe('in a real folder', () => {
  /** An office with a case; `work` is one day's answer and its backup, by name. */
  function office() {
    const [{ deskKey, casesKey, ...who }, dir, record] = [newKeys(), newFolder(), newRecord()];
    const store = createStore(dir, { deskKey, casesKey, ...who });
    casesOf(store).write((tx) => { tx.histories.create(record, 'case', actorOf(store)); });
    const work = (number: number): string => {
      const at = stamp(start + number * day);
      casesOf(store).write((tx) => { tx.histories.append(record, 'case', [{ type: 'answer', entry: null, field: 'case.day', value: number, base: [] }], actorOf(store, at)); });
      return writeBackup({ dir, deskKey, casesKey, kind: 'daily', at });
    };
    return { casesKey: casesKey ?? new Uint8Array(), dir, work };
  }

  test('60 days leave the same ones, whole, and nothing of the others on the disk', () => {
    const { dir, work } = office();
    const { backups } = folderPaths(dir);
    const first = newFolder();
    fs.cpSync(path.join(backups, work(0)), first, { recursive: true });
    const template = readBackupFile(first);
    for (let number = 1; number < 60; number += 1) {
      // The next day's, on which one more was committed; its files are those of the first day.
      const at = stamp(start + number * day);
      const folder = path.join(backups, `${at.replaceAll(':', '')}-daily`);
      fs.cpSync(first, folder, { recursive: true });
      writeBackupFile(folder, { ...template, at, verifiedAt: at, desk: { ...template.desk, commits: template.desk.commits + number } });
      rotate(dir, new Date(start + number * day));
    }
    const days = ['02-08', '02-15', '02-22', '02-27', '02-28', '03-01', '03-02', '03-03', '03-04', '03-05'];
    const dated = fs.readdirSync(backups).filter((name) => name.endsWith('-daily')).sort();
    expect(dated).toEqual(days.map((name) => `2026-${name}T080000Z-daily`));
    for (const name of dated) expect(fs.readdirSync(path.join(backups, name)).sort()).toEqual(['backup.json', 'cases.db', 'desk.db']);
    expect(listBackups(dir).map(({ name }) => name).sort()).toEqual(dated);
  });

  test('each that is kept is its own day: it holds the work up to that day and none of later', () => {
    const { casesKey, dir, work } = office();
    const names = [0, 1, 2].map(work);
    expect(rotate(dir, new Date(start + 2 * day))).toEqual([]);
    const acts = names.map((name) => {
      const copy = openCopy(path.join(folderPaths(dir).backups, name, 'cases.db'), casesKey, { readonly: true });
      const count = copy.prepare('SELECT count(*) FROM intents').pluck().get();
      copy.close();
      return count;
    });
    // The case itself, and an answer a day.
    expect(acts).toEqual([2, 3, 4]);
  });
});
