import { describe, expect, it } from 'vitest';
import { planRun, previewOf } from '../../../shared/clock/run.ts';
import type { JudgedFile } from '../../../shared/clock/types.ts';
import { addDays } from '../../../shared/domain/day.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { appointment, day, judged, type MadeEntry } from './made-file.ts';

const today = '2026-05-12';
let count = 0;
/** A Beratung that ended on this day. */
const ended = (on: string, ...entries: readonly MadeEntry[]): JudgedFile => ({
  record: RecordId.parse((count += 1).toString(16).padStart(32, '0')),
  verdict: judged({ said: { 'case.support_form': 'counselling', 'case.counselling_end': on }, entries }, today),
});

describe('a run', () => {
  it('takes what is due and free, the earliest limit first, and names what is refused', () => {
    const [held, second, first, later] = [ended('2026-03-01', appointment('2026-03-20')), ended('2026-03-12'), ended('2026-01-02'), ended('2026-03-13')];
    const plan = planRun([held, second, first, later]);
    expect(plan).toEqual({ acts: [first, second], refused: [held], asksHead: false });
  });

  it('of more than a handful asks the head, whatever else is refused', () => {
    const due = Array.from({ length: 5 }, () => ended('2026-03-12'));
    expect(planRun([...due, ended('2026-03-12', appointment('2026-06-01'))]).asksHead).toBe(false);
    expect(planRun([...due, ended('2026-03-12')]).asksHead).toBe(true);
  });
});

describe('the preview', () => {
  it('shows overdue first, then due, then what comes by day, thirty days ahead and no further', () => {
    const files = [ended('2026-04-11'), ended('2026-04-12'), ended('2026-03-20'), ended('2026-03-12'), ended('2026-02-11'), ended('2026-03-20', appointment('2026-04-01'))];
    const preview = previewOf(files, day(today));
    expect(preview.lines.map(({ verdict }) => [verdict.day, verdict.state])).toEqual([
      ['2026-04-11', 'due'],
      ['2026-05-12', 'due'],
      ['2026-05-20', 'ahead'],
      ['2026-05-20', 'ahead'],
      ['2026-06-11', 'ahead'],
    ]);
    expect(preview).toMatchObject({ dueNow: 2, held: 0, overdue: 1, ahead: 3, contradictions: 1 });
  });

  it('puts what contradicts itself before the others of its day: whoever may still decide finds it among hundreds', () => {
    const many = Array.from({ length: 40 }, () => ended('2026-03-20'));
    const contradicts = ended('2026-03-20', appointment('2026-04-01'));
    const sooner = ended('2026-03-19');
    expect(previewOf([...many, contradicts, sooner], day(today)).lines.slice(0, 2)).toEqual([sooner, contradicts]);
  });

  it('of ten thousand files is the same, whatever order they come in', () => {
    const kinds = Array.from({ length: 50 }, (_, at) => judged({ said: { 'case.support_form': 'counselling', 'case.counselling_end': addDays(day('2026-02-01'), at * 2) } }, today));
    const files = Array.from({ length: 10_000 }, (_, at): JudgedFile => {
      const verdict = kinds[(at * 7) % kinds.length];
      if (verdict === undefined) throw new Error('no such kind');
      return { record: RecordId.parse(at.toString(16).padStart(32, '0')), verdict };
    });
    const preview = previewOf(files, day(today));
    expect(preview.dueNow + preview.held + preview.ahead).toBe(preview.lines.length);
    expect(previewOf(files.toReversed(), day(today))).toEqual(preview);
    expect(planRun(files.toReversed())).toEqual(planRun(files));
  });
});
