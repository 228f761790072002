import { describe, expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import { judgeUpdate, type Here, type UpdateRefusal } from '../../../shared/updates/judge.ts';
import { compareVersions } from '../../../shared/updates/version.ts';
import { content, now, publisher, signed, successor, windowsPc, type Content } from './publisher.ts';

const day = (text: string): IsoDay => IsoDay.parse(text);
const here: Here = {
  keys: [publisher.publicKey, successor.publicKey],
  current: '1.3.2',
  built: day('2026-08-01'),
  seen: null,
  installedAs: windowsPc,
};

function answer(changes: Partial<Content>, there: Partial<Here> = {}, at: Date = now): UpdateRefusal | 'newer' | 'the same' {
  const judged = judgeUpdate(signed(content(changes)), { ...here, ...there }, at);
  if (!judged.ok) return judged.error;
  return judged.value.file === null ? 'the same' : 'newer';
}

const seen = (version: string, released: string | null = '2026-11-01') => ({ version, released: released === null ? null : day(released) });

describe('an update', () => {
  it.each<[string, Partial<Content>, Partial<Here>, Date, ReturnType<typeof answer>]>([
    ['newer than what runs', {}, {}, now, 'newer'],
    ['straight from its minimum', {}, { current: '1.2.0' }, now, 'newer'],
    ['that runs already', {}, { current: '1.4.0' }, now, 'the same'],
    ['that runs already, on a PC it has nothing for', {}, { current: '1.4.0', installedAs: null }, now, 'the same'],
    ['older than what runs', {}, { current: '1.4.1' }, now, 'UPDATE_OLDER'],
    ['older by a number that is no text', { version: '1.9.0' }, { current: '1.10.0' }, now, 'UPDATE_OLDER'],
    ['newer than what runs and older than what was seen, as after installing an older one', {}, { seen: seen('1.5.0') }, now, 'UPDATE_OLDER'],
    ['that was seen before', {}, { seen: seen('1.4.0', '2026-11-20') }, now, 'newer'],
    ['signed anew with a later day', { released: '2026-11-21' }, { seen: seen('1.4.0', '2026-11-20') }, now, 'newer'],
    ['with the number that was seen and an earlier day', {}, { seen: seen('1.4.0', '2026-11-21') }, now, 'UPDATE_OLDER'],
    ['with a higher number and an earlier day, as when a version between was signed anew', { version: '9.0.0' }, { seen: seen('1.4.0', '2026-11-21') }, now, 'newer'],
    ['when only a version was seen', {}, { seen: seen('1.3.2', null) }, now, 'newer'],
    ['in its last second', {}, {}, new Date('2027-03-31T21:59:58Z'), 'newer'],
    ['that has expired', {}, {}, new Date('2027-03-31T21:59:59Z'), 'UPDATE_EXPIRED'],
    ['that runs already and has expired: newer ones are kept back', {}, { current: '1.4.0' }, new Date('2027-06-01T00:00:00Z'), 'UPDATE_EXPIRED'],
    ['on a PC whose day is before its build', { released: '2026-01-01', expires: '2026-12-01T00:00:00Z' }, {}, new Date('2026-07-30T23:59:59Z'), 'UPDATE_CLOCK_WRONG'],
    ['a day before the build, in another time zone', { released: '2026-07-31', expires: '2026-12-01T00:00:00Z' }, {}, new Date('2026-07-31T00:00:00Z'), 'newer'],
    ['on a PC whose day is before a release it has seen', { released: '2026-11-01' }, { seen: seen('1.3.2', '2026-11-24') }, now, 'UPDATE_CLOCK_WRONG'],
    ['released in the future', { released: '2026-11-24' }, {}, now, 'UPDATE_CLOCK_WRONG'],
    ['released tomorrow, in another time zone', { released: '2026-11-23' }, {}, now, 'newer'],
    ['on a PC that fell back to 1970', {}, { built: null }, new Date(0), 'UPDATE_CLOCK_WRONG'],
    ['too far from what runs', {}, { current: '1.1.9' }, now, 'UPDATE_TOO_BIG_A_STEP'],
    ['for other PCs', {}, { installedAs: { platform: 'win32-arm64', kind: 'exe' } }, now, 'UPDATE_NOT_FOR_THIS_PC'],
    ['for PCs on which Lotse came another way', {}, { installedAs: { platform: 'win32-x64', kind: 'msi' } }, now, 'UPDATE_NOT_FOR_THIS_PC'],
    ['on a PC for which nothing is made', {}, { installedAs: null }, now, 'UPDATE_NOT_FOR_THIS_PC'],
  ])('%s', (_name, changes, there, at, expected) => {
    expect(answer(changes, there, at)).toBe(expected);
  });

  it('is judged by its signature before anything it says', () => {
    const judged = judgeUpdate(signed(content({ version: '0.0.1', expires: '2026-11-21T00:00:00Z' })), { ...here, keys: [successor.publicKey] }, now);
    expect(judged).toEqual({ ok: false, error: 'UPDATE_KEY_UNKNOWN' });
  });
});

describe('versions', () => {
  it.each([
    ['1.0.0', '1.0.0', 0],
    ['1.10.0', '1.9.9', 1],
    ['0.9.9', '1.0.0', -1],
    ['1.0.2', '1.0.10', -1],
  ])('%s and %s: %i', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
