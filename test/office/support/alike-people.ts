/** Made-up people put straight into the store, without the histories nobody asks about here. */
import type { CaseProjection } from '../../../db/contract/cases.ts';
import { casesContext, openContext } from '../../../office/base.ts';
import { makeTrainingCase } from '../../../office/training/make-training-case.ts';
import { createRandom } from '../../../office/training/random.ts';
import { namesOf, phonesOf, type AlikePerson } from '../../../shared/cases/alike/alike-person.ts';
import { randomId } from '../../../shared/crypto/sodium.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import type { TestOffice } from './office.ts';

export interface Typed {
  readonly firstName: string;
  readonly lastName: string;
  readonly born: IsoDay | null;
  readonly phone: string | null;
}

const when = { year: 2026, today: IsoDay.parse('2026-03-02') };

export function* madeUp(seed: number, count: number): Generator<Typed> {
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

export function personOf({ firstName, lastName, born, phone }: Typed): AlikePerson {
  return { names: namesOf(filled(firstName), filled(lastName), []), born, bornRough: false, phones: phonesOf(filled(phone ?? '')) };
}

/** Rows as the core makes them, without the histories nobody asks here. */
export function fill({ core }: TestOffice, all: readonly Typed[]): readonly RecordId[] {
  return casesContext(openContext(core.context)).cases.write((tx) =>
    all.map((typed) => {
      const id = RecordId.parse(randomId());
      const name = `${typed.lastName}, ${typed.firstName}`;
      const row = { id, number: '', name, born: typed.born, supportForm: null, status: 'open', consent: 'granted', caseworker: null };
      const rest = { deputy: null, shielded: false, cardInside: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' };
      const projection: CaseProjection = { row: { ...row, ...rest }, dues: [], words: [{ field: null, text: name }], facts: {}, alike: personOf(typed) };
      tx.projections.save(id, projection);
      return id;
    }),
  );
}

/** The same people, of `share` of whom nobody knows more than the year. */
export function* withMadeUpDays(all: Iterable<Typed>, share: number, seed: number): Generator<Typed> {
  const random = createRandom(seed);
  for (const typed of all) {
    const born = typed.born !== null && random.chance(share) ? IsoDay.parse(`${typed.born.slice(0, 4)}-01-01`) : typed.born;
    yield { ...typed, born };
  }
}
