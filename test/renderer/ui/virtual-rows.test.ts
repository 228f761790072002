import { expect, it } from 'vitest';
import { listKey } from '../../../renderer/ui/list-keys.ts';
import { virtualWindow } from '../../../renderer/ui/virtual-rows.ts';

it.each([
  { name: 'the top of a long list', total: 10_000, scrolled: 0, from: 0, to: 27 },
  { name: 'the middle', total: 10_000, scrolled: 40_000, from: 988, to: 1_027 },
  { name: 'the end', total: 10_000, scrolled: 399_400, from: 9_973, to: 10_000 },
  { name: 'a short list', total: 3, scrolled: 0, from: 0, to: 3 },
  { name: 'an empty list', total: 0, scrolled: 0, from: 0, to: 0 },
  { name: 'a list that became shorter than where it was scrolled to', total: 5, scrolled: 9_000, from: 0, to: 5 },
])('draws few rows at $name and keeps the height of all', ({ total, scrolled, from, to }) => {
  const drawn = virtualWindow(total, scrolled, 600, 40);

  expect(drawn).toMatchObject({ from, to });
  expect(drawn.above + (drawn.to - drawn.from) * 40 + drawn.below).toBe(total * 40);
});

it.each([
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', -1, 2],
  ['ArrowDown', -1, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['a', 0, null],
])('%s in a list of three at %i goes to %s', (key, at, next) => {
  expect(listKey(key, at, 3, 'column')).toBe(next);
});
