import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { entryNames } from '../../../shared/cases/entry-names.ts';
import { exportCase } from '../../../shared/cases/export-case.ts';
import { nextDates } from '../../../shared/cases/next-dates.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const nameIn = (file: TestFile, entry: string) => entryNames(currentCatalogue, file.answers)(entry);

describe('an entry is called', () => {
  it('by the field its group is named by', () => {
    const file = consentedFile(today);
    const school = file.add('institution');
    file.answer('institution.name', 'Berufsschule Nord', school);
    const talk = file.add('contact');
    file.answer('contact.date', '2026-02-01', talk);
    expect([nameIn(file, school), nameIn(file, talk)]).toEqual(['Berufsschule Nord', '01.02.2026']);
  });

  it('by what it refers to where it has no name of its own', () => {
    const file = consentedFile(today);
    const school = file.add('institution');
    file.answer('institution.name', 'Berufsschule Nord', school);
    const release = file.add('release');
    file.answer('release.recipient', school, release);
    expect(nameIn(file, release)).toBe('Berufsschule Nord');
    file.answer('release.recipient_name', 'Frau Öz', release);
    expect(nameIn(file, release)).toBe('Frau Öz');
  });

  it('by what happened and when, in the course of the support; by what happened alone while the day is open', () => {
    const file = consentedFile(today);
    const end = file.add('course_event');
    file.answer('course_event.kind', 'ended', end);
    expect(nameIn(file, end)).toBe('Begleitung beendet');
    file.answer('course_event.day', '2026-01-12', end);
    expect(nameIn(file, end)).toBe('Begleitung beendet am 12.01.2026');
  });

  it('by its group and place where nothing names it, and not at all once it was taken away', () => {
    const file = consentedFile(today);
    const [, second] = [file.add('need'), file.add('need')];
    expect(nameIn(file, second)).toBe('Förderbedarf 2');
    file.retire(second);
    expect(nameIn(file, second)).toBeUndefined();
    expect(nameIn(file, 'nowhere')).toBeUndefined();
  });
});

describe('a reference', () => {
  it('names an entry of this file, of a kind it may name, and nothing else', () => {
    const file = consentedFile(today);
    const need = file.add('need');
    const goal = file.add('goal');
    const unknown = { ok: false, error: { type: 'EntryUnknown' } };
    expect(file.answer('goal.need', goal, goal)).toEqual(unknown);
    expect(file.answer('goal.need', 'f'.repeat(32), goal)).toEqual(unknown);
    expect(file.answer('goal.need', 'Deutsch', goal)).toMatchObject({ ok: false, error: { type: 'AnswerInvalid' } });
    expect(file.answer('goal.need', need, goal).ok).toBe(true);
    expect(file.answer('goal.need', { special: 'unknown' }, goal).ok).toBe(true);
  });

  it('is exported and asked for under the name of what it names', () => {
    const file = consentedFile(today);
    const school = file.add('institution');
    file.answer('institution.name', 'Berufsschule Nord', school);
    const release = file.add('release');
    file.answer('release.recipient', school, release);
    file.answer('release.valid_until', '2026-03-01', release);
    const exported = JSON.stringify(exportCase(currentCatalogue, file.caseState, file.person));
    expect(exported).toContain(`"value":"${school}","display":"Berufsschule Nord"`);
    expect(nextDates(currentCatalogue, file.answers, today)).toEqual([
      { day: '2026-03-01', kind: 'release', entry: release, text: 'Berufsschule Nord' },
    ]);
  });
});

describe('what is to be done', () => {
  it('is said in the words of the task, else by its kind, and stays when the support has ended', () => {
    const file = consentedFile(today);
    const task = file.add('task');
    file.answer('task.kind', 'destroy_paper', task);
    file.answer('task.due', '2026-02-20', task);
    const texts = () => nextDates(currentCatalogue, file.answers, today).map(({ text }) => text);
    expect(texts()).toEqual(['Handakte vernichten']);
    file.answer('task.text', 'Ordner aus dem Keller holen', task);
    file.answer('integration_plan.next_review', '2026-04-01');
    expect(texts()).toEqual(['Ordner aus dem Keller holen', 'Nächste Überprüfung']);
    file.answer('case.support_form', 'counselling');
    file.answer('case.counselling_end', '2026-02-02');
    expect(texts()).toEqual(['Ordner aus dem Keller holen']);
    file.answer('task.done_on', '2026-02-03', task);
    expect(texts()).toEqual([]);
  });
});
