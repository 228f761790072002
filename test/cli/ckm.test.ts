import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cliJson, runCli } from '../support/run-cli.ts';

const vectors = join(import.meta.dirname, '..', 'vectors', 'ckm');

describe('lotse ckm', { timeout: 120_000 }, () => {
  it.each([
    ['sex_age', 'sex,age', 'cm'],
    ['sex_age_status', 'sex,age,status', 'total'],
  ])('gives every published cell of %s for the count of %s %s', async (table, by, vname) => {
    const id = 'D5_V3_js2_modified_thr0.2_seed123';
    const args = ['ckm', '--ptable', join(vectors, 'ptables', `${id}.csv`), '--micro', join(vectors, 'worked', 'micro_n200.csv'), '--by', by];
    const cells = (await cliJson(vname === 'total' ? args : [...args, '--count', vname])) as unknown as Record<string, unknown>[];
    const worked = Papa.parse<Record<string, string>>(readFileSync(join(vectors, 'worked', `n200__${table}__${id}.csv`), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.filter((row) => row['vname'] === vname);
    const key = (row: Record<string, unknown>) => by.split(',').map((name) => String(row[name])).join('|');
    const expected = new Map(worked.map((row) => [key(row), [Number(row['count']), row['ckey'], Number(row['pert']), Number(row['perturbed'])]]));
    expect(cells.length).toBe(expected.size);
    for (const cell of cells) expect([cell['count'], cell['ckey'], cell['noise'], cell['published']]).toEqual(expected.get(key(cell)));
  });

  it('answers a file that is not there with exit code 2', async () => {
    const run = await runCli(['ckm', '--ptable', 'fehlt.csv', '--micro', 'fehlt.csv', '--by', 'sex', '--json']);
    expect(run.exit).toBe(2);
  });
});
