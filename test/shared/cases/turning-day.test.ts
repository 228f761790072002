import { beforeAll, describe, expect, it } from 'vitest';
import { trainingIntents } from '../../../office/seed-intents.ts';
import { makeTrainingCase } from '../../../office/training/make-training-case.ts';
import { createRandom } from '../../../office/training/random.ts';
import { readCase } from '../../../shared/cases/answers.ts';
import { projectCase } from '../../../shared/cases/project-case.ts';
import { turnsBetween } from '../../../shared/cases/turning-day.ts';
import { defaultClockSettings } from '../../../shared/clock/types.ts';
import { fileClock } from '../../../shared/clock/verdict.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { cryptoReady, randomId } from '../../../shared/crypto/sodium.ts';
import { addDays, IsoDay } from '../../../shared/domain/day.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { fold } from '../../../shared/history/fold.ts';
import { Intent, type IntentBody, type RecordKind } from '../../../shared/history/intent.ts';
import type { RecordState } from '../../../shared/history/state.ts';
import { deriveFacts } from '../../../shared/monitoring/facts.ts';

const today = IsoDay.parse('2026-06-15');

interface Case {
  readonly file: RecordState;
  readonly card: RecordState;
}

function stateOf(record: RecordId, kind: RecordKind, bodies: readonly IntentBody[]): RecordState {
  const by = { record, kind, author: '1'.repeat(32), device: '2'.repeat(32), at: '2026-06-15T08:00:00Z' };
  return fold([{ type: 'createRecord' } as const, ...bodies].map((body, at) => Intent.parse({ ...by, id: randomId(), sequence: at + 1, body })));
}

/** All that depends on the day, as one text. */
function projected({ file, card }: Case, day: IsoDay): string {
  const { row, dues } = projectCase({ catalogue: currentCatalogue, caseState: file, person: card, today: day, changedAt: '' });
  const keys = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [String(2000 + at), { named: 1, sums: 1 }]));
  const { next } = fileClock({ catalogue: currentCatalogue, caseState: file, person: card }, defaultClockSettings, day);
  return JSON.stringify({ row, dues, next, ...deriveFacts(readCase(file, card), keys, day) });
}

describe('a case that does not turn between two days', () => {
  let cases: readonly Case[];
  beforeAll(async () => {
    await cryptoReady();
    const random = createRandom(7);
    cases = Array.from({ length: 14 }, (_, number) => {
      const record = RecordId.parse(randomId());
      const { case: file, person } = trainingIntents(makeTrainingCase(random, number, { year: 2026, today }));
      return { file: stateOf(record, 'case', file), card: stateOf(record, 'person', person) };
    });
  });

  it('is projected alike on both, over a year of made-up cases', () => {
    let still = 0;
    for (const { file, card } of cases) {
      for (let day = addDays(today, -40); day < addDays(today, 230); ) {
        const next = addDays(day, 1 + (still % 9));
        if (!turnsBetween([file, card], day, next)) {
          still += 1;
          expect({ next, was: JSON.parse(projected({ file, card }, next)) as unknown }).toEqual({ next, was: JSON.parse(projected({ file, card }, day)) as unknown });
        }
        day = next;
      }
    }
    // Most days change nothing; a rule that always answered yes would prove nothing here.
    expect(still).toBeGreaterThan(100);
  });

  it('is never one whose birthday, date or half year comes in between', () => {
    const record = RecordId.parse(randomId());
    const file = (field: string, value: string): RecordState => stateOf(record, 'case', [{ type: 'answer', entry: null, field, value, base: [] }]);
    const between = (state: RecordState, from: string, to: string): boolean => turnsBetween([state, undefined], IsoDay.parse(from), IsoDay.parse(to));
    const born = file('case.date_of_birth', '2008-03-09');
    expect(between(born, '2026-03-08', '2026-03-09')).toBe(true);
    expect(between(born, '2026-03-09', '2026-03-10')).toBe(false);
    const leap = file('case.date_of_birth', '2008-02-29');
    expect(between(leap, '2026-02-28', '2026-03-01')).toBe(true);
    const ends = file('case.counselling_end', '2026-05-04');
    expect(between(ends, '2026-05-03', '2026-05-04')).toBe(true);
    expect(between(ends, '2026-05-04', '2026-05-05')).toBe(true);
    expect(between(ends, '2026-06-01', '2026-06-02')).toBe(false);
    expect(between(ends, '2026-11-04', '2026-11-05')).toBe(true);
  });

  it('is none at all over New Year, or when the clock was put back', () => {
    const [one] = cases;
    expect(turnsBetween([one?.file, one?.card], IsoDay.parse('2026-12-31'), IsoDay.parse('2027-01-01'))).toBe(true);
    expect(turnsBetween([one?.file, one?.card], IsoDay.parse('2026-06-02'), IsoDay.parse('2026-06-01'))).toBe(true);
  });
});
