/**
 * Look-alikes among thousands, through the store: what is found at all, and how often somebody new is taken for somebody else.
 *
 * LOTSE_ALIKE_PEOPLE=10000 does it with more people, as the figures of docs/performance.md were made.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseProjection } from '../../db/contract.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { makeTrainingCase } from '../../office/training/make-training-case.ts';
import { createRandom } from '../../office/training/random.ts';
import { namesOf, phonesOf, type AlikePerson } from '../../shared/cases/alike/alike-person.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { namePairs } from '../support/name-pairs.ts';
import { readyOffice, type TestOffice } from './support/office.ts';

interface Typed {
  readonly firstName: string;
  readonly lastName: string;
  readonly born: IsoDay | null;
  readonly phone: string | null;
}

const people = Number(process.env['LOTSE_ALIKE_PEOPLE'] ?? '2000');
const when = { year: 2026, today: IsoDay.parse('2026-03-02') };

function* madeUp(seed: number, count: number): Generator<Typed> {
  const random = createRandom(seed);
  for (let made = 0; made < count; ) {
    const { answers } = makeTrainingCase(random, made, when);
    const said = (field: string): string => {
      const value = answers.find((answer) => answer.field === field)?.value;
      return typeof value === 'string' ? value : '';
    };
    // Without consent there is no name.
    if (said('person.last_name') === '') continue;
    made += 1;
    const born = IsoDay.safeParse(said('case.date_of_birth')).data ?? null;
    yield { firstName: said('person.first_name'), lastName: said('person.last_name').replace(/ \(.*/, ''), born, phone: null };
  }
}

const filled = (text: string): readonly string[] => (text === '' ? [] : [text]);

function personOf({ firstName, lastName, born, phone }: Typed): AlikePerson {
  return { names: namesOf(filled(firstName), filled(lastName), []), born, bornRough: false, phones: phonesOf(filled(phone ?? '')) };
}

/** Rows as the core makes them, without the histories nobody asks here. */
function fill({ core }: TestOffice, all: readonly Typed[]): readonly RecordId[] {
  return casesContext(openContext(core.context)).cases.write((tx) =>
    all.map((typed) => {
      const id = RecordId.parse(randomId());
      const name = `${typed.lastName}, ${typed.firstName}`;
      const row = { id, number: '', name, born: typed.born, supportForm: null, status: 'open', consent: 'granted', caseworker: null };
      const rest = { deputy: null, shielded: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' };
      const projection: CaseProjection = { row: { ...row, ...rest }, dues: [], words: [{ field: null, text: name }], facts: {}, alike: personOf(typed) };
      tx.projections.save(id, projection);
      return id;
    }),
  );
}

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
    const stored = fill(office, namePairs.map(({ a }) => ({ firstName: a.first, lastName: a.last, born: a.born, phone: null })));
    const grades = await Promise.all(
      namePairs.map(async ({ b }, at) => {
        const hits = await office.client.people.alike({ firstName: b.first, lastName: b.last, born: b.born, phone: null, besides: null });
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
