import { expect, it } from 'vitest';
import { whereItBroke } from '../../office/where-it-broke.ts';

it('an error is named by its kind and its places in our program, in order', () => {
  expect(whereItBroke(new RangeError('x'))).toMatch(/^RangeError where-it-broke\.test\.ts:\d+:\d+ < /);
  expect(whereItBroke(new Error(''))).toMatch(/^Error where-it-broke\.test\.ts:\d+:\d+/);
});

it('no word of its message stands in it, also where the message looks like a place', () => {
  for (const message of ['Amina Yıldız', 'x\n    at /home/petra/Akten', 'x\n    at Amina (file:///home/petra/Amina.ts:1:1)', '(.*)']) {
    expect(whereItBroke(new TypeError(message))).toMatch(/^TypeError where-it-broke\.test\.ts:\d+:\d+/);
    expect(whereItBroke(new TypeError(message))).not.toMatch(/Amina|petra/);
  }
});

it('what is no error, has no places or another stack is named shortly', () => {
  expect(whereItBroke('Amina')).toBe('string');
  expect(whereItBroke(null)).toBe('object');
  expect(whereItBroke(Object.assign(new Error('x'), { stack: 'Amina\n    at Amina.ts:1:1' }))).toBe('Error');
  expect(whereItBroke(Object.assign(new Error('x'), { name: 'Amina Yıldız' }))).toMatch(/^Error where-it-broke/);
});
