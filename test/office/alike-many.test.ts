/**
 * Look-alikes among thousands, through the store: what is found at all, and how often somebody new is taken for somebody else.
 *
 * LOTSE_ALIKE_PEOPLE=10000 does it with more people, as the figures of docs/performance.md were made.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameComparer } from '../../shared/cases/alike/compare-names.ts';
import { judge } from '../../shared/cases/alike/judge.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { namePairs, type NamedPerson } from '../support/name-pairs.ts';
import { fill, madeUp, personOf, withMadeUpDays, type Typed } from './support/alike-people.ts';
import { readyOffice, type TestOffice } from './support/office.ts';

const people = Number(process.env['LOTSE_ALIKE_PEOPLE'] ?? '2000');

const typedAs = ({ first, last, born }: NamedPerson): Typed => ({ firstName: first, lastName: last, born, phone: null });

describe(`${String(people)} unrelated people`, () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await readyOffice();
    fill(office, [...madeUp(1, people)]);
  }, 600_000);
  afterAll(async () => {
    await office.remove();
  });

  test('somebody new is taken for one of them in one of a hundred entries at most', async () => {
    const newcomers = [...madeUp(2, 500)];
    let taken = 0;
    let hints = 0;
    for (const typed of newcomers) {
      const found = await office.client.people.alike({ ...typed, besides: null });
      if (found.some(({ grade }) => grade === 'same')) taken += 1;
      hints += found.length;
    }
    console.info(`${String(people)} people: ${String(taken)} of ${String(newcomers.length)} newcomers "same"; ${(hints / newcomers.length).toFixed(1)} hints each`);
    expect(taken / newcomers.length).toBeLessThanOrEqual(0.01);
  }, 600_000);

  test('so is a newcomer of whom only the year is known', async () => {
    const newcomers = [...madeUp(3, 300)].map((typed) => ({ ...typed, born: typed.born && IsoDay.parse(`${typed.born.slice(0, 4)}-01-01`) }));
    const found = await Promise.all(newcomers.map(async (typed) => office.client.people.alike({ ...typed, besides: null })));
    expect(found.filter((hits) => hits.some(({ grade }) => grade === 'same')).length / newcomers.length).toBeLessThanOrEqual(0.01);
  }, 600_000);

  test('among them, the other spelling of a made-up pair is found, and two people are not called one', async () => {
    const stored = fill(office, namePairs.map(({ a }) => typedAs(a)));
    const grades = await Promise.all(
      namePairs.map(async ({ b }, at) => {
        const hits = await office.client.people.alike({ ...typedAs(b), besides: null });
        return hits.find(({ record }) => record === stored[at])?.grade ?? null;
      }),
    );
    const share = (same: boolean, fits: (grade: string | null) => boolean): number => {
      const chosen = grades.filter((_, at) => namePairs[at]?.same === same);
      return chosen.filter(fits).length / chosen.length;
    };
    expect(share(true, (grade) => grade !== null)).toBeGreaterThanOrEqual(0.95);
    expect(share(false, (grade) => grade === 'same')).toBeLessThanOrEqual(0.1);
  }, 600_000);
});

describe(`${String(people)} people, of a third of whom only the year is known`, () => {
  const share = 0.35;
  const stored = [...withMadeUpDays(madeUp(1, people), share, 4)];
  let office: TestOffice;
  beforeAll(async () => {
    office = await readyOffice();
    fill(office, stored);
  }, 600_000);
  afterAll(async () => {
    await office.remove();
  });

  test('somebody new is taken for one of them in one of a hundred entries at most', async () => {
    const newcomers = [...withMadeUpDays(madeUp(2, 500), share, 5)];
    const spent: number[] = [];
    let taken = 0;
    for (const typed of newcomers) {
      const before = process.cpuUsage();
      const found = await office.client.people.alike({ ...typed, besides: null });
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1_000);
      if (found.some(({ grade }) => grade === 'same')) taken += 1;
    }
    const at = (part: number): string => (spent.toSorted((a, b) => a - b)[Math.floor(spent.length * part)] ?? 0).toFixed(1);
    console.info(`${String(people)} people, ${String(share)} on a 1 January: ${String(taken)} of ${String(newcomers.length)} "same"; CPU p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
    expect(taken / newcomers.length).toBeLessThanOrEqual(0.01);
  }, 600_000);

  test('whoever is there already and typed once more gets a hint, in whatever year everybody was born', async () => {
    const again = [
      { firstName: 'Quirinius', lastName: 'Zwetschkenbaum', born: IsoDay.parse('2006-01-01'), phone: null },
      { firstName: 'Hildegunde', lastName: 'Obermoser', born: null, phone: null },
      { firstName: 'Leyla', lastName: 'Hoxha', born: IsoDay.parse('2006-01-01'), phone: null },
      { firstName: 'Selamawit', lastName: '', born: IsoDay.parse('2006-01-01'), phone: null },
    ];
    const records = fill(office, again);
    for (const [at, typed] of again.entries()) {
      const found = await office.client.people.alike({ ...typed, born: IsoDay.parse('2006-01-01'), besides: null });
      expect([typed.firstName, found.some(({ record }) => record === records[at])]).toEqual([typed.firstName, true]);
    }
    // Whose birth date nobody knows is not told from her namesakes.
    for (const typed of stored.filter(({ born }, at) => at % 40 === 0 && born !== null)) {
      const found = await office.client.people.alike({ ...typed, besides: null });
      const same = found.filter(({ name, born }) => name === `${typed.lastName}, ${typed.firstName}` && born === typed.born);
      expect([typed, same.length > 0]).toEqual([typed, true]);
    }
  }, 600_000);
});

describe.each([
  ['the first', ({ a, b }: (typeof namePairs)[number]) => [a, b] as const],
  ['the second', ({ a, b }: (typeof namePairs)[number]) => [b, a] as const],
])('where %s of each pair has a file', (_, order) => {
  test('the store brings up every one who would be a hint beside the other', async () => {
    const office = await readyOffice();
    const pairs = namePairs.filter(({ same }) => same).map((pair) => order(pair));
    const records = fill(office, pairs.map(([kept]) => typedAs(kept)));
    const hidden = [];
    for (const [at, [kept, typed]] of pairs.entries()) {
      if (judge(personOf(typedAs(typed)), personOf(typedAs(kept)), nameComparer()) === null) continue;
      const found = await office.client.people.alike({ ...typedAs(typed), besides: null });
      if (!found.some(({ record }) => record === records[at])) hidden.push([kept, typed]);
    }
    expect(hidden).toEqual([]);
    await office.remove();
  }, 600_000);
});
