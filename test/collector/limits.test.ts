import { describe, expect, it } from 'vitest';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { enrolmentCodeHash, newEnrolmentCode } from '../../collector/enrolment/code.ts';
import { tokenBucket } from '../../collector/http/token-bucket.ts';

await cryptoReady();

describe('a token bucket', () => {
  it('gives the burst, then what comes back with time, each key for itself', () => {
    let now = 0;
    const bucket = tokenBucket({ burst: 2, perSecond: 1 }, () => now);

    expect([bucket.take('a'), bucket.take('a'), bucket.take('a')]).toEqual([true, true, false]);
    expect(bucket.take('b')).toBe(true);
    now = 1000;
    expect([bucket.has('a'), bucket.take('a'), bucket.take('a')]).toEqual([true, true, false]);
    now = 100_000;
    expect([bucket.take('a'), bucket.take('a'), bucket.take('a')]).toEqual([true, true, false]);
  });

  it('gives nothing for a clock that runs back', () => {
    let now = 10_000;
    const bucket = tokenBucket({ burst: 1, perSecond: 1 }, () => now);
    bucket.take('a');
    now = 0;

    expect(bucket.take('a')).toBe(false);
  });
});

describe('an enrolment code', () => {
  it('is twenty signs nobody mistakes for each other, never the same', () => {
    const codes = Array.from({ length: 200 }, newEnrolmentCode);

    expect(codes.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(200);
  });

  it.each(['k7qf-0001-abcd-0000-zzzz', 'K7QF OOO1 ABCD 0O0O ZZZZ', 'K7QF000lABCD0000ZZZZ'])(
    'means the same typed as %s',
    (typed) => {
      expect(enrolmentCodeHash(typed)).toBe(enrolmentCodeHash('K7QF-0001-ABCD-0000-ZZZZ'));
    },
  );
});
