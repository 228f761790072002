/** Whatever is done to a file in whatever order: it is never ended and open at once, and counts once a year. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../office/training/random.ts';
import { decideChangeForm } from '../../../shared/cases/change-form.ts';
import { caseStatus, endDay } from '../../../shared/cases/case-status.ts';
import type { TurnWish } from '../../../shared/cases/course.ts';
import { decideEnd } from '../../../shared/cases/end-case.ts';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { decideResume } from '../../../shared/cases/resume.ts';
import { addDays } from '../../../shared/domain/day.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { caseManagementRun } from '../../../shared/monitoring/case-management-run.ts';
import { countedYears } from '../../../shared/monitoring/counted.ts';
import { deriveFacts } from '../../../shared/monitoring/facts.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

const first = day('2024-01-08');
const last = day('2026-12-01');
const steps = 30;
const keys = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [String(2010 + at), { named: at, sums: at }]));

type Turn = 'counselling' | 'case_management' | 'end' | 'resume' | 'plan' | 'contact' | 'unknown';
const turns: readonly Turn[] = ['counselling', 'case_management', 'end', 'resume', 'plan', 'contact', 'unknown'];

describe.each(Array.from({ length: 40 }, (_, seed) => seed))('a made-up course of support, seed %i', (seed) => {
  it('stays sane after every turn', () => {
    const random = createRandom(seed);
    const file = consentedFile(last);
    let on = first;
    let entry = 0xe000;
    /** What the turns say, apart from all dates. */
    let over = false;
    for (let step = 0; step < steps; step += 1) {
      on = addDays(on, random.int(1, 60));
      if (on > last) break;
      const turn = random.pick(turns);
      const { catalogue, caseState, person, right } = file;
      entry += 1;
      const wish: TurnWish = { catalogue, caseState, person, right, entry: EntryId.parse(entry.toString(16).padStart(32, '0')), day: on, today: on };
      over = take(file, wish, turn, over);

      const { answers } = file;
      const status = caseStatus(file.catalogue, answers, on);
      expect([turn, ['closed', 'transferred'].includes(status)]).toEqual([turn, over]);
      expect(endDay(answers, on) !== null).toBe(over);
      expect(answers.value('evaluation.end_reason') !== null).toBe(over);
      const run = caseManagementRun(answers, on);
      // A Case Management goes on only in a file that has not ended and does not say Beratung; where nobody said, the agreed plan does.
      if (run?.end === null) expect([over, answers.value('case.support_form')]).not.toEqual([false, 'counselling']);
      if (run?.end === null) expect(over).toBe(false);
      const years = countedYears(answers, on);
      expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
      expect(Object.keys(deriveFacts(answers, keys, on).facts).map(Number)).toEqual(years);
    }
  });
});

it('a Beratung that went over into Case Management is asked for no reason of an end', () => {
  const file = consentedFile(last);
  for (const [field, value] of [['case.support_form', 'case_management'], ['case.cm_start', '2026-02-02'], ['case.counselling_end', '2026-02-02']] as const) file.answer(field, value);
  const asked = () => caseProgress(file.catalogue, file.answers, last).gaps.map(({ field }) => field).includes('evaluation.end_reason');
  expect(asked()).toBe(false);
  file.answer('case.cm_end', '2026-10-01');
  expect(asked()).toBe(true);
});

/** Does it where it may be done; says whether the support is over afterwards. */
function take(file: TestFile, wish: TurnWish, turn: Turn, over: boolean): boolean {
  const apply = (decided: ReturnType<typeof decideEnd> | ReturnType<typeof decideResume>): boolean => {
    if (decided.ok) for (const { record, body } of decided.value) file.append(record, body);
    return decided.ok;
  };
  switch (turn) {
    case 'counselling':
    case 'case_management':
      expect(apply(decideChangeForm({ ...wish, form: turn }))).toBe(!over);
      return over;
    case 'end':
      expect(apply(decideEnd({ ...wish, reason: 'inactivity' }))).toBe(!over);
      return true;
    case 'resume':
      expect(apply(decideResume({ ...wish, reason: 'Sie ist wieder da', endLine: EntryId.parse(`e${wish.entry.slice(1)}`) }))).toBe(over);
      return false;
    case 'plan':
      if (!over) {
        file.answer('integration_plan.status', 'agreed');
        file.answer('integration_plan.signed_on', wish.day);
      }
      return over;
    case 'contact': {
      const contact = file.add('contact');
      file.answer('contact.date', wish.day, contact);
      return over;
    }
    case 'unknown':
      file.fill();
      // "Unbekannt" may never be the end of a support, nor keep it from ending.
      return over;
  }
}
