import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/envelopes/canonical-json.ts';

/** IEEE-754 bits and expected text: RFC 8785, appendix B. */
const numbers = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

const refused: readonly { name: string; value: unknown }[] = [
  { name: 'undefined', value: undefined },
  { name: 'undefined in an object', value: { a: undefined } },
  { name: 'undefined in a list', value: [undefined] },
  { name: 'a hole in a list', value: new Array(1) },
  { name: 'NaN', value: { a: NaN } },
  { name: 'infinity', value: [Infinity] },
  { name: 'a function', value: { a: () => 1 } },
  { name: 'a big integer', value: 1n },
  { name: 'bytes', value: new Uint8Array(2) },
  { name: 'a date', value: new Date(0) },
  { name: 'half a surrogate pair', value: 'a\ud83d' },
  { name: 'half a surrogate pair as a key', value: { '\udc00': 1 } },
];

describe('canonical JSON (RFC 8785)', () => {
  it.each(numbers)('writes the number %s as %s', (bits, expected) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));

    expect(canonicalJson(view.getFloat64(0))).toBe(expected);
  });

  it('sorts keys by UTF-16 code units, as in the example of section 3.2.3', () => {
    const value = { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '\ud83d\ude00': 'Smiley', '\u0080': 'Control', '\u00f6': 'ö' };

    expect(canonicalJson(value)).toBe('{"\\r":"CR","1":"One","\u0080":"Control","ö":"ö","€":"Euro","😀":"Smiley","\ufb33":"Dalet"}');
  });

  it('gives the text of the example of section 3.2.2', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\/',
      literals: [null, true, false],
    };

    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it.each(refused)('refuses $name', ({ value }) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});
