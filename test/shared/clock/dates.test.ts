import { describe, expect, it } from 'vitest';
import { weeklyFor } from '../../../db/backup/rotate.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { activityText } from '../../../shared/clock/activity.ts';
import { preRegistrationDate, workNoteDate } from '../../../shared/clock/dates/beside.ts';
import { forEyes } from '../../../shared/clock/hindrances.ts';
import { backupDays, defaultClockSettings } from '../../../shared/clock/types.ts';
import { addDays } from '../../../shared/domain/day.ts';
import { anonymisePeriod } from '../../../shared/clock/months.ts';
import { day, judged, type MadeEntry, type Said } from './made-file.ts';

const dates = (said: Said, today: string, entries: readonly MadeEntry[] = []) =>
  Object.fromEntries(judged({ said, entries }, today).dates.map(({ kind, day: on, limit, text }) => [kind, { on, limit, text }]));

const managed: Said = {
  'case.support_form': 'case_management',
  'case.first_interview_date': '2024-02-01',
  'case.cm_start': '2024-02-29',
  'consent.data_processing_status': 'granted',
  'consent.data_processing_date': '2024-02-01',
};

describe('Case Management', () => {
  it('after 24 months is reflected on, and nothing is due', () => {
    const verdict = judged({ said: managed }, '2026-06-01');
    expect(verdict.dates.find(({ kind }) => kind === 'management_average')).toMatchObject({ day: '2026-02-28', limit: null });
    expect(dates(managed, '2026-06-01')['management_average']?.text).toBe(
      'Case Management seit dem 29.02.2024: Am 28.02.2026 sind es 24 Monate. Das ist ein Durchschnitt zum Nachdenken, fällig wird dadurch nichts.',
    );
    expect(verdict.act).toBe('end');
  });

  it('that ended starts the clock for its data, though the Beratung goes on', () => {
    const said = { ...managed, 'case.support_form': 'counselling', 'case.cm_end': '2026-03-31' };
    const goal = [{ group: 'goal', said: { 'goal.area': 'language' } }];
    expect(dates(said, '2026-04-02', goal)['management_data']).toMatchObject({ on: '2026-05-31', limit: '2026-06-30' });
    expect(dates({ ...said, 'consent.data_processing_date': '2026-03-31' }, '2026-04-02', goal)['management_data']).toBeUndefined();
    expect(dates({ ...said, 'case.counselling_end': '2026-03-31' }, '2026-04-02', goal)['management_data']).toBeUndefined();
    expect(dates(managed, '2026-04-02', goal)['management_data']).toBeUndefined();
  });

  it('and asks for nothing more once plan, anamnesis and competency results are taken away', () => {
    const said = { ...managed, 'case.support_form': 'counselling', 'case.cm_end': '2026-03-31' };
    const due = (more: Said, entries: readonly MadeEntry[] = []) => dates({ ...said, ...more }, '2026-09-01', entries)['management_data'] !== undefined;
    expect([due({}), due({ 'education.career_goal': null })]).toEqual([false, false]);
    expect([due({ 'education.career_goal': 'Tischlerin' }), due({}, [{ group: 'competency_result', said: {} }]), due({}, [{ group: 'contact', said: {} }])]).toEqual([true, true, false]);
  });
});

describe('birthdays', () => {
  const born = (on: string, more: Said = {}): Said => ({ ...managed, 'case.date_of_birth': on, ...more });

  it('of somebody born on 29 February are 1 March where the year has no such day', () => {
    const of = dates(born('2008-02-29'), '2025-01-01');
    expect([of['turns_18']?.on, of['turns_27']?.on]).toEqual(['2026-03-01', '2035-03-01']);
  });

  it('say where the birth date is estimated', () => {
    const of = (precision: string) => dates(born('2008-07-01', { 'case.date_of_birth_precision': precision }), '2025-01-01')['turns_27']?.text;
    expect(of('exact')).toBe('Wird am 01.07.2035 27 Jahre alt: Den Übergang zur Migrationsberatung (MBE) gemeinsam planen. Die Begleitung endet dadurch nicht von selbst.');
    expect(of('estimated')).toContain('(Geburtsdatum geschätzt)');
    expect(of('year_only')).toContain('(geschätzt: nur das Geburtsjahr ist bekannt)');
  });

  it('with two birth dates are both named', () => {
    const verdict = judged({ said: { ...managed, 'case.date_of_birth': { heads: ['2008-07-01', '2009-07-01'] } } }, '2025-01-01');
    expect(verdict.dates.filter(({ kind }) => kind === 'turns_18').map(({ day: on }) => on)).toEqual(['2026-07-01', '2027-07-01']);
  });

  it('never act: the 27th is planned together', () => {
    const verdict = judged({ said: born('1999-03-01'), entries: [] }, '2026-03-01');
    expect(verdict.dates.find(({ kind }) => kind === 'turns_27')?.day).toBe('2026-03-01');
    expect(verdict).toMatchObject({ act: 'end', day: '2024-11-15', limit: '2024-11-29' });
  });

  it('of who was 27 already, or is no longer with us, are nobody’s business', () => {
    expect(dates(born('1990-03-01'), '2026-03-01')['turns_27']).toBeUndefined();
    expect(dates(born('2008-03-01', { 'case.cm_end': '2026-01-01' }), '2026-01-05')['turns_18']).toBeUndefined();
  });
});

describe('dates that stand in the file', () => {
  it('are review, permit and releases', () => {
    const release: MadeEntry = { group: 'release', said: { 'release.valid_until': '2026-12-31' } };
    const of = dates({ ...managed, 'integration_plan.next_review': '2026-08-03', 'person.residence_valid_until': '2026-09-30' }, '2026-06-01', [release]);
    expect([of['review']?.text, of['residence_permit']?.text, of['release_ends']?.text]).toEqual([
      'Der Plan wird am 03.08.2026 gemeinsam überprüft.',
      'Das Aufenthaltspapier gilt bis zum 30.09.2026.',
      'Eine Schweigepflichtentbindung gilt bis zum 31.12.2026.',
    ]);
    expect(dates(managed, '2026-06-01', [{ ...release, said: { ...release.said, 'release.withdrawn_on': '2026-05-01' } }])['release_ends']).toBeUndefined();
  });

  it('are a withdrawn consent: the file is ended within thirty days, her wish needs no clock', () => {
    const said = { ...managed, 'consent.data_processing_status': 'withdrawn', 'consent.withdrawn_date': '2026-05-11' };
    expect(dates(said, '2026-06-01')['withdrawal']).toMatchObject({ on: '2026-06-10', text: 'Einwilligung widerrufen am 11.05.2026: Die Akte bitte bis zum 10.06.2026 beenden. Löschen auf Wunsch geht sofort.' });
    expect(judged({ said: { ...said, 'case.cm_end': '2026-06-01' } }, '2026-08-01')).toMatchObject({ act: 'anonymise', state: 'due' });
  });

  it('are requests with their month, and what was set with a reason, never more than three', () => {
    const asked = (more: Said) => dates(managed, '2026-06-01', [{ group: 'request', said: { 'request.received_on': '2026-05-31', ...more } }])['request'];
    expect(asked({})).toMatchObject({ on: '2026-06-30', limit: '2026-06-30' });
    expect(asked({ 'request.due': '2026-06-15' })).toMatchObject({ on: '2026-06-15', limit: '2026-06-30' });
    expect(asked({ 'request.due': '2026-08-15' })).toMatchObject({ on: '2026-06-30', limit: '2026-06-30' });
    expect(asked({ 'request.due': '2026-08-15', 'request.extension': 'complex' })).toMatchObject({ on: '2026-08-15', limit: '2026-08-31' });
  });

  it('beside the files: Vormerkungen and Arbeitsnotizen delete themselves', () => {
    expect(preRegistrationDate(day('2026-02-03'), null)).toMatchObject({ day: '2026-03-03', text: 'Vorgemerkt am 03.02.2026; wird am 03.03.2026 gelöscht, wenn bis dahin keine Akte daraus wird.' });
    expect(workNoteDate(day('2026-02-03'), null)).toMatchObject({ day: '2026-03-05', text: 'Arbeitsnotiz vom 03.02.2026; wird am 05.03.2026 gelöscht, mit dem Ende der Begleitung schon früher.' });
    expect(preRegistrationDate(day('2026-02-03'), 'day_untrusted').text).toMatch(/vier Wochen sind um.*Leitung den Tag/);
    expect(workNoteDate(day('2026-02-03'), 'held').text).toMatch(/ihre Zeit ist um.*hält die Akte/);
  });
});

it('backups are kept as long as the clock says', () => {
  expect(backupDays).toBe(weeklyFor);
});

it('after the target, the backups are gone within the limit, whatever day of four years it ended', () => {
  for (let end = day('2024-01-01'); end < '2028-01-01'; end = addDays(end, 1)) {
    const { day: on, limit } = anonymisePeriod(end, defaultClockSettings);
    expect(addDays(on, backupDays) <= limit).toBe(true);
  }
});

it('where the office lets it stay for three months, the file says that the backups are late', () => {
  const said = { ...managed, 'case.cm_end': '2026-03-12' };
  const verdict = judged({ said }, '2026-04-01', { settings: { ...defaultClockSettings, anonymiseAfterMonths: 3 } });
  expect(verdict.dates.find(({ kind }) => kind === 'backups_gone')).toMatchObject({ limit: null, text: expect.stringContaining('nach dem 12.06.2026, der Grenze für alles') as string });
});

it('why a file is kept for child protection is for those who read it', () => {
  const { hindrances } = judged({ said: { ...managed, 'case.cm_end': '2026-03-12', 'case.retention_ground': 'child_protection' } }, '2026-06-01');
  expect(forEyes(hindrances, { protection: true })).toBe(hindrances);
  const seen = forEyes(hindrances, { protection: false });
  expect(seen.map(({ code }) => code)).toEqual(['hold']);
  expect(JSON.stringify(seen)).not.toMatch(/kinderschutz|child/i);
});

it('the words for activity name every section that has such a date', () => {
  const sections = new Set(currentCatalogue.fields.filter(({ activity }) => activity !== undefined).map(({ id }) => currentCatalogue.sectionOf(id)?.id ?? ''));
  const words: Readonly<Record<string, readonly string[]>> = {
    '1.1': ['Beginn und Ende der Begleitung', 'Gespräch'],
    '1.2': ['Rückmeldung von anderen Stellen'],
    '3.1': ['Kompetenzfeststellung'],
    '3.2': ['Kompetenzfeststellung'],
    '4': ['Arbeit am Plan', 'Fallkonferenz', 'Vermittlung'],
    '5': ['Gespräch'],
    K: ['Gespräch oder anderer Kontakt'],
    T: ['wahrgenommener Termin'],
  };
  expect([...sections].sort()).toEqual(Object.keys(words).sort());
  for (const word of Object.values(words).flat()) expect(activityText).toContain(word);
});
