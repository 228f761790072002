import { describe, expect, it } from 'vitest';
import { germanNumber, parseTypedDay, parseTypedMonth, parseTypedNumber } from '../../../renderer/ui/german-input.ts';
import { uiTexts } from '../../../renderer/ui/texts.ts';

describe('a typed day', () => {
  it.each([
    ['1.2.2009', '2009-02-01'],
    ['01.02.2009', '2009-02-01'],
    [' 1. 2. 2009 ', '2009-02-01'],
    ['01022009', '2009-02-01'],
    ['2009-02-01', '2009-02-01'],
    ['1/2/2009', '2009-02-01'],
    ['1-2-2009', '2009-02-01'],
    ['01 02 2009', '2009-02-01'],
    ['29.2.2024', '2024-02-29'],
  ])('reads %j', (text, day) => {
    expect(parseTypedDay(text)).toEqual({ value: day, problem: null });
  });

  it.each([
    ['1.2.09', uiTexts.dayTwoDigits],
    ['010209', uiTexts.dayTwoDigits],
    ['29.2.2023', uiTexts.dayNotReal],
    ['31.4.2020', uiTexts.dayNotReal],
    ['1.13.2020', uiTexts.dayNotReal],
    ['1.2.1809', uiTexts.dayRange],
    ['1.2.', uiTexts.dayUnreadable],
    ['gestern', uiTexts.dayUnreadable],
    ['123', uiTexts.dayUnreadable],
  ])('explains what is wrong with %j', (text, problem) => {
    expect(parseTypedDay(text)).toEqual({ value: null, problem });
  });

  it('is empty when nothing is typed', () => {
    expect(parseTypedDay('  ')).toEqual({ value: null, problem: null });
  });
});

describe('a typed month', () => {
  it.each([
    ['2/2026', '2026-02'],
    ['02/2026', '2026-02'],
    ['02.2026', '2026-02'],
    ['022026', '2026-02'],
    ['2026-2', '2026-02'],
  ])('reads %j', (text, month) => {
    expect(parseTypedMonth(text)).toEqual({ value: month, problem: null });
  });

  it.each(['13/2026', '2026', 'Februar', '02/26'])('explains what is wrong with %j', (text) => {
    expect(parseTypedMonth(text)).toEqual({ value: null, problem: uiTexts.monthUnreadable });
  });
});

describe('a typed number', () => {
  it.each([
    ['12', {}, 12],
    ['-3', {}, -3],
    ['1.250', {}, 1250],
    ['1 250', {}, 1250],
    ['1,5', { whole: false }, 1.5],
    ['1.5', { whole: false }, 1.5],
    ['1.250,75', { whole: false }, 1250.75],
  ])('reads %j', (text, rule, value) => {
    expect(parseTypedNumber(text, rule)).toEqual({ value, problem: null });
  });

  it.each([
    ['1,5', {}, uiTexts.numberWhole],
    ['zwei', {}, uiTexts.numberUnreadable],
    ['1,2,3', { whole: false }, uiTexts.numberUnreadable],
    ['0', { min: 1 }, uiTexts.numberMin('1')],
    ['8', { max: 7.5 }, uiTexts.numberMax('7,5')],
    ['9'.repeat(19), {}, uiTexts.numberWhole],
  ])('explains what is wrong with %j', (text, rule, problem) => {
    expect(parseTypedNumber(text, rule)).toEqual({ value: null, problem });
  });

  it('is written with a comma and without thousands dots', () => {
    expect(germanNumber(1250.5)).toBe('1250,5');
  });
});
