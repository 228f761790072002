import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecoveryCode, readRecoveryCode } from '../../db/slots/recovery-code.ts';
import { cryptoReady } from '../../shared/crypto/sodium.ts';

await cryptoReady();

const code = newRecoveryCode();
const secret = readRecoveryCode(code);

test('a code is seven groups of four without letters that look like digits', () => {
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('26 random characters of 5 bits each stand in it, another each time', () => {
  expect(secret).toHaveLength(26);
  const codes = Array.from({ length: 400 }, () => readRecoveryCode(newRecoveryCode()) ?? '');
  expect(new Set(codes).size).toBe(400);
  // None of the 26 places is fixed: each takes nearly all of the 32 characters.
  for (let place = 0; place < 26; place++) expect(new Set(codes.map((one) => one[place])).size).toBeGreaterThan(26);
});

test.each([
  ['lower case', (text: string) => text.toLowerCase()],
  ['no dashes', (text: string) => text.replaceAll('-', '')],
  ['spaces and line breaks', (text: string) => ` ${text.replaceAll('-', ' \n ')} `],
  ['long dashes', (text: string) => text.replaceAll('-', '–')],
  ['O for 0', (text: string) => text.replaceAll('0', 'O')],
  ['l for 1', (text: string) => text.replaceAll('1', 'l')],
  ['I for 1', (text: string) => text.replaceAll('1', 'I')],
  ['full-width digits', (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))],
])('%s is forgiven', (_, typed) => {
  for (let i = 0; i < 10; i++) {
    const fresh = newRecoveryCode();
    expect(readRecoveryCode(typed(fresh))).toBe(readRecoveryCode(fresh));
  }
});

test.each(['', 'AAAA', code.slice(0, -1), `${code}0`, code.replace(/./, 'U'), 'Notfallblatt'])('%j is not a code', (typed) => {
  expect(readRecoveryCode(typed)).toBeNull();
});

test('a slip in one character is noticed before anything is derived, but for one in a thousand', () => {
  const plain = code.replaceAll('-', '');
  const slips = [...plain].flatMap((was, i) =>
    [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter((c) => c !== was).map((c) => plain.slice(0, i) + c + plain.slice(i + 1)),
  );
  expect(slips.filter((slip) => readRecoveryCode(slip) !== null).length).toBeLessThan(10);
});

test('whatever is typed, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      readRecoveryCode(typed);
    }),
    { numRuns: 50 },
  );
});
