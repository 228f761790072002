import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayProblem } from '../../../shared/clock/day-of-trust.ts';
import { day } from './made-file.ts';

describe('the day of this PC', () => {
  it.each([
    ['2026-05-12', '2026-05-12', null],
    ['2026-05-11', '2026-05-12', 'before_last_seen'],
    ['2026-06-12', '2026-05-12', null],
    ['2026-06-13', '2026-05-12', 'long_after_last_seen'],
    ['2027-05-12', '2026-05-12', 'long_after_last_seen'],
    ['2026-03-30', '2026-02-28', null],
    ['2026-04-01', '2026-02-28', 'long_after_last_seen'],
  ] as const)('%s after a last act on %s: %s', (today, seen, problem) => {
    expect(dayProblem(day(today), day(seen))).toBe(problem);
  });

  it('is believed where nothing was written yet', () => {
    expect(dayProblem(day('2026-05-12'), null)).toBe(null);
  });
});

/** A process of its own: the time zone of a process is fixed when it starts. */
function inZone(zone: string, instants: readonly string[]): readonly string[] {
  const root = path.resolve(import.meta.dirname, '../../..');
  const script = `
    import { dayOfClock } from ${JSON.stringify(path.join(root, 'office/office-core.ts'))};
    import { addDays, addMonths, daysBetween } from ${JSON.stringify(path.join(root, 'shared/domain/day.ts'))};
    const days = ${JSON.stringify(instants)}.map((instant) => dayOfClock(new Date(instant)));
    const counted = [addDays('2026-03-28', 2), addMonths('2026-01-31', 1), addMonths('2025-12-31', 2), String(daysBetween('2026-03-01', '2026-11-01'))];
    process.stdout.write(JSON.stringify([...days, ...counted]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly string[];
}

/** The same everywhere: a day is a number on a calendar, not a time. */
const counted = ['2026-03-30', '2026-02-28', '2026-02-28', '245'];

describe('today, half an hour before and after midnight', () => {
  it.each([
    // Winter, summer, and both nights in which the clocks are changed.
    ['Europe/Berlin', ['2026-05-11T21:30:00Z', '2026-05-11T22:30:00Z', '2026-01-10T22:30:00Z', '2026-01-10T23:30:00Z'], ['2026-05-11', '2026-05-12', '2026-01-10', '2026-01-11']],
    ['Europe/Berlin', ['2026-03-28T22:30:00Z', '2026-03-28T23:30:00Z', '2026-03-29T21:30:00Z', '2026-03-29T22:30:00Z'], ['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-30']],
    ['Europe/Berlin', ['2026-10-24T21:30:00Z', '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z', '2026-10-25T23:30:00Z'], ['2026-10-24', '2026-10-25', '2026-10-25', '2026-10-26']],
    ['Pacific/Kiritimati', ['2026-05-11T09:30:00Z', '2026-05-11T10:30:00Z'], ['2026-05-11', '2026-05-12']],
    ['America/St_Johns', ['2026-05-12T02:15:00Z', '2026-05-12T02:45:00Z'], ['2026-05-11', '2026-05-12']],
  ] as const)('in %s is the day on the wall (%j)', (zone, instants, days) => {
    expect(inZone(zone, instants)).toEqual([...days, ...counted]);
  });
});
