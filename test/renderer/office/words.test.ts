import { expect, it } from 'vitest';
import { caseName, supportFormWord } from '../../../renderer/office/cases/case-words.ts';
import { shortcutOf } from '../../../renderer/office/frame/shortcuts.ts';
import { periodWords, reportingYears, usualYear } from '../../../renderer/office/monitoring/delivery-words.ts';
import { dueWords, longDay, nothingDue } from '../../../renderer/office/start/due-words.ts';
import { IsoDay } from '../../../shared/domain/day.ts';

it.each([
  [0, 'heute'],
  [1, 'morgen'],
  [-1, 'gestern'],
  [5, 'in 5 Tagen'],
  [-12, 'vor 12 Tagen'],
])('%i days from today is "%s"', (days, words) => {
  expect(dueWords(days)).toBe(words);
});

it('says beneath the day of an absent colleague that only her own files have nothing', () => {
  expect([nothingDue(false), nothingDue(true)]).toEqual(['Heute steht nichts an.', 'In Ihren eigenen Fällen steht heute nichts an.']);
});

it('writes a day out in full', () => {
  expect(longDay(IsoDay.parse('2026-02-03'))).toBe('Dienstag, 3. Februar 2026');
});

it.each([
  ['2025', '2025'],
  ['2025-H2', '2. Halbjahr 2025'],
  ['2025-1', '1. Halbjahr 2025'],
])('the period %s is "%s"', (period, words) => {
  expect(periodWords(period)).toBe(words);
});

it('offers this year and the five before', () => {
  expect(reportingYears('2026-02-03')).toEqual([2026, 2025, 2024, 2023, 2022, 2021]);
});

it('has no name to show before consent', () => {
  expect(caseName({ name: '' })).toBe('ohne Namen (Einwilligung fehlt)');
  expect(supportFormWord('case_management')).toBe('CM');
  expect(supportFormWord(null)).toBe('–');
});

const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each([
  ['Ctrl+K', { ...held, key: 'k', code: 'KeyK', ctrlKey: true }, 'search'],
  ['Cmd+L', { ...held, key: 'l', code: 'KeyL', metaKey: true }, 'lock'],
  ['Alt+2', { ...held, key: '2', code: 'Digit2', altKey: true }, 'cases'],
  ['Alt+6', { ...held, key: '6', code: 'Digit6', altKey: true }, 'clock'],
  ['Alt+8', { ...held, key: '8', code: 'Digit8', altKey: true }, 'administration'],
  ['Alt+1 where Alt writes another sign', { ...held, key: '¡', code: 'Digit1', altKey: true }, 'start'],
  ['Ctrl+Shift+K', { ...held, key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }, null],
  ['AltGr+2', { ...held, key: '²', code: 'Digit2', ctrlKey: true, altKey: true }, null],
  ['k', { ...held, key: 'k', code: 'KeyK' }, null],
])('%s means %s', (_name, event, shortcut) => {
  expect(shortcutOf(event)).toBe(shortcut);
});

it.each([
  ['2026-02-03', 2025],
  ['2026-06-30', 2025],
  ['2026-07-01', 2026],
  ['2026-12-31', 2026],
])('on %s the report year offered first is %i', (today, year) => {
  expect(usualYear(today)).toBe(year);
});
