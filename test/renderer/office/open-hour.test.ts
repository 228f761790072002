import { describe, expect, it } from 'vitest';
import { hasHeldWords, heldOf, letGo } from '../../../renderer/office/held-words.ts';
import { pickByDigits } from '../../../renderer/office/open-hour/pick-by-digits.ts';
import { mostRows, TallySheet } from '../../../renderer/office/open-hour/tally-sheet.svelte.ts';
import { counted, sheetFields, tallyWords } from '../../../renderer/office/open-hour/tally-words.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { EntryId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { TallyRowView } from '../../../shared/rpc/desk.views.ts';
import { tallyCatalogue } from '../../../shared/tally/tally-catalogue.ts';
import { tallyDay } from '../../../shared/tally/tally-of.ts';

const day = IsoDay.parse('2026-02-03');

describe('choosing by digits', () => {
  it.each([
    [5, '', '3', { typed: '3', number: 3 }],
    [5, '', '0', { typed: '0', number: 0 }],
    [5, '', '6', null],
    [14, '1', '4', { typed: '14', number: 14 }],
    [14, '1', '5', { typed: '5', number: 5 }],
    [14, '14', '1', { typed: '1', number: 1 }],
    [14, '0', '1', { typed: '1', number: 1 }],
    [25, '2', '5', { typed: '25', number: 25 }],
  ])('of %i, after "%s", the digit %s is %j', (count, before, digit, picked) => {
    expect(pickByDigits(count, before, digit)).toEqual(picked);
  });
});

describe('the sheet of an open hour', () => {
  it('counts who was entered, and not the row that waits for the next', () => {
    const sheet = new TallySheet(day);
    expect(sheet.people).toHaveLength(0);
    const [first] = sheet.rows;
    if (first === undefined) throw new Error('a sheet has a row');
    sheet.answer(first.key, 'tally.gender', 'female');
    const second = sheet.next(first.key);
    expect(sheet.people).toHaveLength(1);
    // Nothing is known of her, and she was there.
    sheet.next(second.key);
    expect(sheet.people).toHaveLength(2);
    expect(sheet.sent(tallyDay)).toEqual([{ [tallyDay]: day, 'tally.gender': 'female' }, { [tallyDay]: day }]);
  });

  it('sends no answer that was taken back, and goes on under another name once all is stored', () => {
    const sheet = new TallySheet(day);
    const { act } = sheet;
    const [row] = sheet.rows;
    sheet.answer(row?.key ?? 0, 'tally.gender', 'female');
    sheet.answer(row?.key ?? 0, 'tally.gender', null);
    expect(sheet.unsaved).toBe(false);
    sheet.next(row?.key ?? 0);
    expect(sheet.sent(tallyDay)).toEqual([{ [tallyDay]: day }]);
    sheet.restart();
    expect(sheet.people).toHaveLength(0);
    expect(sheet.act).not.toBe(act);
  });

  it('always has a row to write in, and never more than the core takes at once', () => {
    const sheet = new TallySheet(day);
    sheet.remove(sheet.rows[0]?.key ?? 0);
    expect(sheet.rows).toHaveLength(1);
    for (let row = 0; row < mostRows + 5; row += 1) sheet.add();
    expect(sheet.rows).toHaveLength(mostRows);
  });
});

describe('Kurzberatungen in words', () => {
  const row = (answers: TallyRowView['answers'], more: Partial<TallyRowView> = {}): TallyRowView => ({
    session: RecordId.parse('a'.repeat(32)),
    entry: EntryId.parse('b'.repeat(32)),
    answers: { [tallyDay]: day, ...answers },
    retired: false,
    moved: false,
    authorName: 'Selin Yıldız',
    ...more,
  });

  it('say what was recorded, and that nothing was', () => {
    expect(tallyWords(tallyCatalogue, row({ 'tally.gender': tallyCatalogue.codes('gender')[0]?.code ?? '', 'tally.minutes': 15 }))).toBe('weiblich · 15 Minuten');
    expect(tallyWords(tallyCatalogue, row({}))).toBe('nicht erfasst');
  });

  it('count neither what was taken away nor what stands in a file', () => {
    const rows = [row({ 'tally.minutes': 15 }), row({}), row({ 'tally.minutes': 30 }, { moved: true }), row({ 'tally.minutes': 30 }, { retired: true })];
    expect(counted(tallyCatalogue, rows)).toEqual({ count: 2, minutes: 15 });
  });

  it('ask for every field but the day and what Lotse says itself', () => {
    const asked = sheetFields(tallyCatalogue).map(({ id }) => id);
    expect(asked).not.toContain(tallyDay);
    expect(asked).not.toContain('tally.moved');
    expect(asked).toEqual(['gender', 'age_group', 'topics', 'minutes', 'channel', 'place', 'interpreter', 'outcome'].map((id) => `tally.${id}`));
  });
});

describe('words that are not stored', () => {
  const petra = UserId.parse('1'.repeat(32));
  const selin = UserId.parse('2'.repeat(32));

  it('are there again for who typed them, and for nobody else', () => {
    const sheet = heldOf(petra, 'open hour', () => new TallySheet(day));
    expect(hasHeldWords()).toBe(false);
    sheet.next(sheet.rows[0]?.key ?? 0);
    expect(hasHeldWords()).toBe(true);
    expect(heldOf(petra, 'open hour', () => new TallySheet(day))).toBe(sheet);
    expect(heldOf(selin, 'open hour', () => new TallySheet(day)).people).toHaveLength(0);
    letGo(petra, 'open hour');
    expect(hasHeldWords()).toBe(false);
  });
});
