import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes } from '../../../shared/envelopes/canonical-json.ts';
import { maxDepth, parseStrictJson } from '../../../shared/envelopes/strict-json.ts';
import { bytes } from './people.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const refused = [
  { name: 'nothing', text: '', code: 'JSON_MALFORMED' },
  { name: 'half an object', text: '{"a":1', code: 'JSON_MALFORMED' },
  { name: 'a byte order mark', text: '\ufeff{"a":1}', code: 'JSON_MALFORMED' },
  { name: 'a comment', text: '{"a":1}//x', code: 'JSON_MALFORMED' },
  { name: 'half a surrogate pair', text: '"\\ud83d"', code: 'JSON_MALFORMED' },
  { name: 'a number beyond double', text: '[1e400]', code: 'JSON_MALFORMED' },
  { name: 'one level too deep', text: nested(maxDepth + 1), code: 'JSON_MALFORMED' },
  { name: 'a million brackets', text: '['.repeat(1_000_000), code: 'JSON_MALFORMED' },
  { name: 'a key twice', text: '{"a":1,"a":1}', code: 'JSON_DUPLICATE_KEY' },
  { name: 'a key twice, once as an escape', text: '{"a":1,"\\u0061":2}', code: 'JSON_DUPLICATE_KEY' },
  { name: 'a key twice deep inside', text: '{"a":[{"b":{"c":1,"c":2}}]}', code: 'JSON_DUPLICATE_KEY' },
  { name: '__proto__ twice', text: '{"__proto__":1,"__proto__":2}', code: 'JSON_DUPLICATE_KEY' },
  { name: 'white space', text: '{"a": 1}', code: 'JSON_NOT_CANONICAL' },
  { name: 'a line end', text: '{"a":1}\n', code: 'JSON_NOT_CANONICAL' },
  { name: 'keys out of order', text: '{"b":1,"a":2}', code: 'JSON_NOT_CANONICAL' },
  { name: 'another spelling of a number', text: '[1.0]', code: 'JSON_NOT_CANONICAL' },
  { name: 'minus zero', text: '[-0]', code: 'JSON_NOT_CANONICAL' },
  { name: 'an integer too large for a double', text: '[9007199254740993]', code: 'JSON_NOT_CANONICAL' },
  { name: 'a needless escape', text: '["\\/"]', code: 'JSON_NOT_CANONICAL' },
];

describe('strict JSON', () => {
  it.each(refused)('refuses $name with $code', ({ text, code }) => {
    expect(parseStrictJson(bytes(text))).toEqual({ ok: false, error: code });
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, error: 'JSON_MALFORMED' });
    expect(parseStrictJson(Uint8Array.of(0x22, 0xc0, 0xaf, 0x22))).toEqual({ ok: false, error: 'JSON_MALFORMED' });
  });

  it('does not count brackets inside strings as depth', () => {
    expect(parseStrictJson(bytes(JSON.stringify('["[{'.repeat(100)))).ok).toBe(true);
    expect(parseStrictJson(bytes(nested(maxDepth))).ok).toBe(true);
  });

  it('reads back every canonical text, and takes no other text for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }), (value) => {
        const canonical = canonicalBytes(value);
        const read = parseStrictJson(canonical);

        expect(read.ok && canonicalBytes(read.value)).toEqual(canonical);
        const spaced = bytes(JSON.stringify(value, null, 1));
        if (spaced.length !== canonical.length) expect(parseStrictJson(spaced)).toEqual({ ok: false, error: 'JSON_NOT_CANONICAL' });
      }),
    );
  });
});
