import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { checkAnswer } from '../../../shared/catalogue/check-answer.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';

const today = IsoDay.parse('2026-02-03');

function fieldOf(id: string): Field {
  const field = currentCatalogue.field(id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
}
const check = (id: string, value: AnswerValue) => checkAnswer(currentCatalogue, fieldOf(id), value, today);

const accepted: readonly (readonly [string, string, AnswerValue, AnswerValue])[] = [
  ['taking an answer back', 'case.gender', null, null],
  ['a name, without the blanks around it', 'person.last_name', '  Haydari ', 'Haydari'],
  ['a name typed with a combining mark as one character', 'person.first_name', 'Zo\u0065\u0308', 'Zoë'],
  ['a pasted name with a line break as one line', 'person.first_name', 'Amira\r\nMaryam', 'Amira Maryam'],
  ['a name with a zero byte, without it', 'person.last_name', 'Ay\u0000dın', 'Aydın'],
  ['half a surrogate pair as a visible mark', 'person.last_name', 'A\ud800', 'A\ufffd'],
  ['an emptied line as no answer', 'person.last_name', '   ', null],
  ['a real day', 'case.first_interview_date', '2026-02-03', '2026-02-03'],
  ['a 29 February of a leap year', 'case.date_of_birth', '2008-02-29', '2008-02-29'],
  ['a day to come where plans are made', 'goal.target_date', '2027-01-31', '2027-01-31'],
  ['an emptied day as no answer', 'goal.target_date', '', null],
  ['a month', 'person.entry_year_month', '2024-11', '2024-11'],
  ['a number at its limit', 'person.children_count', 10, 10],
  ['minus zero as zero', 'person.children_count', -0, 0],
  ['no as an answer', 'person.residence_obligation', false, false],
  ['a code of the list', 'case.gender', 'd', 'd'],
  [
    'several codes once each, in the order of the list',
    'case.initial_concern',
    ['work', 'language', 'work'],
    ['language', 'work'],
  ],
  ['a single code for a list', 'case.initial_concern', 'work', ['work']],
  ['an empty list as no answer', 'case.initial_concern', [], null],
  ['unbekannt', 'case.gender', { special: 'unknown' }, { special: 'unknown' }],
  ['unbekannt for several codes', 'case.initial_concern', { special: 'not_asked' }, { special: 'not_asked' }],
  ['unknown written as a bare code', 'evaluation.destination', 'unknown', { special: 'unknown' }],
  ['a list of its own "not asked" is that code', 'consent.data_processing_status', 'not_asked', 'not_asked'],
  ['long text with line ends put right', 'goal.description', 'Eins  \r\nzwei\tdrei', 'Eins\nzwei\tdrei'],
  ['a member of staff', 'case.caseworker_id', '5'.repeat(32), '5'.repeat(32)],
];

const refused: readonly (readonly [string, string, AnswerValue, string])[] = [
  ['a day that is none', 'case.date_of_birth', '2007-02-29', 'Diesen Tag gibt es nicht.'],
  ['a day in the future', 'case.first_interview_date', '2026-02-04', 'Der Tag liegt in der Zukunft.'],
  ['a month in the future', 'person.entry_year_month', '2026-03', 'Der Monat liegt in der Zukunft.'],
  ['a year for a month', 'person.entry_year_month', '2026', 'Bitte Monat und Jahr angeben.'],
  ['a number below', 'person.children_count', -1, 'Mindestens 0.'],
  ['a number above', 'person.children_count', 11, 'Höchstens 10.'],
  ['half a child', 'person.children_count', 0.5, 'Hier gehört eine ganze Zahl hin.'],
  ['no number at all', 'person.children_count', Number.NaN, 'Hier gehört eine Zahl hin.'],
  ['a word for a number', 'person.children_count', '2', 'Hier gehört eine Zahl hin.'],
  ['a code that is not in the list', 'case.gender', 'weiblich', 'Diesen Wert gibt es in der Liste nicht.'],
  ['one wrong code among right ones', 'case.initial_concern', ['work', 'x'], 'Diesen Wert gibt es in der Liste nicht.'],
  ['a list for one code', 'case.gender', ['w'], 'Bitte einen Wert aus der Liste wählen.'],
  ['a word for yes or no', 'person.residence_obligation', 'ja', 'Hier geht nur Ja oder Nein.'],
  [
    'unbekannt where the consent is asked',
    'consent.data_processing_status',
    { special: 'unknown' },
    'Hier braucht es eine der vorgesehenen Antworten.',
  ],
  ['a line that is too long', 'person.last_name', 'x'.repeat(121), 'Höchstens 120 Zeichen.'],
  ['a Kreis that is no number', 'person.district_code', 'Celle', 'Fünf Ziffern.'],
  ['what Lotse fills in itself', 'case.status', 'open', 'Dieses Feld füllt Lotse selbst aus.'],
  ['a name for a member of staff', 'case.caseworker_id', 'Selin', 'Bitte eine Person aus dem JMD wählen.'],
];

describe('checking an answer', () => {
  it.each(accepted)('takes %s', (_name, id, value, stored) => {
    expect(check(id, value)).toEqual({ ok: true, value: stored });
  });

  it.each(refused)('refuses %s', (_name, id, value, reason) => {
    expect(check(id, value)).toEqual({ ok: false, error: { reason } });
  });

  it('refuses no text for how it is encoded, and what it stores it would store again', () => {
    // Any UTF-16 code unit, half surrogates and control characters more often than chance would have it.
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0, max: 0x9f }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
    );
    const text = fc.array(unit, { maxLength: 40 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(text, fc.constantFrom('person.safe_contact', 'goal.description'), (typed, id) => {
        const once = check(id, typed);
        expect(once.ok).toBe(true);
        if (!once.ok) return;
        expect(AnswerValue.safeParse(once.value).success).toBe(true);
        expect(check(id, once.value)).toEqual(once);
      }),
    );
  });

  it('never repeats in its reason what was typed', () => {
    for (const [, id, value] of refused) {
      const result = check(id, value);
      if (!result.ok && typeof value === 'string' && value.length > 1) expect(result.error.reason).not.toContain(value);
    }
  });
});
