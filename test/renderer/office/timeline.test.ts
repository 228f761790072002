import { describe, expect, it } from 'vitest';
import { filterTimeline, timelineOf, type TimelineSource } from '../../../renderer/office/contacts/timeline.ts';
import { displayAnswer } from '../../../shared/catalogue/display.ts';
import { contactFields } from '../../../renderer/office/contacts/contact-fields.ts';
import { currentCatalogue as catalogue } from '../../../shared/catalogue/catalogue.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { EntryId } from '../../../shared/domain/ids.ts';

const entryOf = (number: number): EntryId => EntryId.parse(String(number).padStart(32, '0'));

type Stored = Readonly<Record<string, AnswerValue>>;

/** A file with these entries, and with these answers of its own. */
function file(entries: readonly { readonly group: string; readonly answers: Stored; readonly retired?: boolean }[], own: Stored = {}): TimelineSource {
  const views = entries.map(({ group, retired = false }, at) => ({ id: entryOf(at + 1), group, parent: null, retired }));
  const answers: Readonly<Record<string, Stored>> = { '': own, ...Object.fromEntries(entries.map((entry, at) => [entryOf(at + 1), entry.answers])) };
  return {
    catalogue,
    view: { entries: views },
    stored: (entry, field) => answers[entry]?.[field] ?? null,
    heads: () => [{ authorName: 'Selin Yıldız' }],
    say: (field, value) => displayAnswer(catalogue, field, value),
  };
}

const talk = { 'contact.date': '2026-02-03', 'contact.channel': 'phone', 'contact.duration_min': 30, 'contact.no_show': false, 'contact.note': 'Bewerbung besprochen.' };

describe('the course of a file', () => {
  it('is everything with a day, newest first', () => {
    const items = timelineOf(
      file(
        [
          { group: 'contact', answers: talk },
          { group: 'appointment', answers: { 'appointment.date': '2026-02-10', 'appointment.time': '14:00' } },
          { group: 'case_conference', answers: { 'case_conference.date': '2026-01-05' } },
          { group: 'course_event', answers: { 'course_event.day': '2025-12-01' } },
        ],
        { 'integration_plan.signed_on': '2026-01-20' },
      ),
    );
    expect(items.map(({ kind, day }) => [kind, day])).toEqual([
      ['appointment', '2026-02-10'],
      ['contact', '2026-02-03'],
      ['plan', '2026-01-20'],
      ['conference', '2026-01-05'],
      ['course', '2025-12-01'],
    ]);
  });

  it('says of a talk what was recorded, with its note and who wrote it; a "nein" says nothing', () => {
    const [item] = timelineOf(file([{ group: 'contact', answers: talk }]));
    expect(item).toMatchObject({ facts: ['Telefon', '30 Minuten'], text: 'Bewerbung besprochen.', author: 'Selin Yıldız', field: 'contact.date', entry: entryOf(1) });
  });

  it('names a day of the plan by what was done on it: the day stands in front', () => {
    expect(timelineOf(file([], { 'integration_plan.signed_on': '2026-01-20' })).map(({ title }) => title)).toEqual(['Vereinbart']);
  });

  it('leaves out what was taken away and what has no day', () => {
    expect(timelineOf(file([{ group: 'contact', answers: talk, retired: true }, { group: 'contact', answers: { 'contact.note': 'ohne Datum' } }]))).toEqual([]);
  });

  it('is narrowed by kind and by any word of it, accents or not', () => {
    const items = timelineOf(file([{ group: 'contact', answers: { ...talk, 'contact.note': 'Überweisung geklärt' } }, { group: 'course_event', answers: { 'course_event.day': '2026-01-01' } }]));
    expect(filterTimeline(items, ['course'], '')).toHaveLength(1);
    expect(filterTimeline(items, [], 'uberweisung')).toHaveLength(1);
    expect(filterTimeline(items, ['course'], 'uberweisung')).toHaveLength(0);
    expect(filterTimeline(items, [], 'yıldız')).toHaveLength(2);
  });
});

describe('the fields of a contact', () => {
  it('stand in front where a contact is counted by them; before consent only coded ones', () => {
    const { front, more } = contactFields(catalogue, {}, false);
    expect(front.map(({ id }) => id)).toEqual(['contact.date', 'contact.recipient', 'contact.form', 'contact.channel', 'contact.duration_min', 'contact.topics']);
    expect(more.some(({ type }) => type === 'text')).toBe(true);
    expect(contactFields(catalogue, {}, true).more.every(({ beforeConsent }) => beforeConsent === true)).toBe(true);
  });

  it('ask whether a follow-up is done only where there is one', () => {
    const ids = (answers: Stored) => contactFields(catalogue, answers, false).more.map(({ id }) => id);
    expect(ids({})).not.toContain('contact.follow_up_done_on');
    expect(ids({ 'contact.follow_up_on': '2026-02-10' })).toContain('contact.follow_up_done_on');
  });
});
