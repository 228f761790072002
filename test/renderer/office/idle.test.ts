import { expect, it } from 'vitest';
import { whyLock, type Look } from '../../../renderer/office/frame/idle.ts';
import { lockMinutes } from '../../../renderer/office/administration/lock-minutes.ts';
import { lockAfterMinutes } from '../../../shared/rpc/safety.contract.ts';

const start = Date.UTC(2026, 2, 2, 9, 24);
const second = 1_000;
const minute = 60 * second;

const examples: readonly { readonly name: string; readonly look: Partial<Look>; readonly why: 'idle' | 'slept' | null }[] = [
  { name: 'nothing a few seconds after a touch', look: { now: start + 5 * second }, why: null },
  { name: 'nothing just before the minutes are over', look: { now: start + 10 * minute - 1, looked: start + 10 * minute - 5 * second }, why: null },
  { name: 'idle when the minutes are over', look: { now: start + 10 * minute, looked: start + 10 * minute - 5 * second }, why: 'idle' },
  { name: 'idle after one minute, when one is set', look: { now: start + minute, looked: start + minute - 5 * second, minutes: 1 }, why: 'idle' },
  { name: 'slept when a look comes far too late', look: { now: start + 40 * second }, why: 'slept' },
  { name: 'nothing when a hidden window is looked at once a minute', look: { now: start + 65 * second, unseen: true }, why: null },
  { name: 'slept when even a hidden window was looked at far too late', look: { now: start + 4 * minute, unseen: true }, why: 'slept' },
  { name: 'idle after a night, also in a hidden window', look: { now: start + 600 * minute, unseen: true }, why: 'idle' },
  { name: 'slept when the clock was set back a day', look: { now: start - 1_440 * minute }, why: 'slept' },
  { name: 'nothing when the clock was set right by a second', look: { now: start - second }, why: null },
];

it.each(examples)('R11: $name', ({ look, why }) => {
  expect(whyLock({ now: start, touched: start, looked: start, unseen: false, minutes: 10, ...look })).toBe(why);
});

it('the page offers the minutes the contract takes', () => {
  expect(lockMinutes).toEqual({ min: lockAfterMinutes.min, max: lockAfterMinutes.max });
});
