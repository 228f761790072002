import { describe, expect, it } from 'vitest';
import { current } from '../../../renderer/office/absences/absences.svelte.ts';
import { titleOf, whyNotAttached } from '../../../renderer/office/attachments/check-file.ts';
import { caseName } from '../../../renderer/office/cases/case-words.ts';
import { choosableCases, peopleTexts, personWords, resultWords } from '../../../renderer/office/people/words.ts';
import { dueKinds, dueText } from '../../../renderer/office/start/due-words.ts';
import { reachEnd } from '../../../renderer/office/worklist/worklist.svelte.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { EntryId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { maxAttachmentBytes } from '../../../shared/rpc/limits.ts';
import type { AbsenceView } from '../../../shared/rpc/desk.views.ts';
import type { SearchResultView } from '../../../shared/rpc/lists.views.ts';

const day = (text: string): IsoDay => IsoDay.parse(text);
const caseId = RecordId.parse('a'.repeat(32));
const hit: SearchResultView = {
  caseId,
  number: 'NI-0417-2026-0007',
  name: 'Mohamed Ali',
  born: day('2008-05-04'),
  fieldLabel: null,
  section: null,
  snippet: '',
  caseworkerName: 'Jonas Brandt',
  todayAt: '14:00',
  closed: false,
  cautions: [],
};

describe('a hit of the search', () => {
  it('says birth year, number, Fachkraft and the appointment of today', () => {
    expect(resultWords(hit)).toEqual({ name: 'Mohamed Ali', hint: ['*2008', 'NI-0417-2026-0007', 'Jonas Brandt', 'heute 14:00 Uhr'] });
    expect(resultWords({ ...hit, todayAt: '' }).hint.at(-1)).toBe('heute ein Termin');
  });

  it('in a file one may not open is the sentence and nothing else, and cannot be chosen', () => {
    const closed = { ...hit, closed: true };
    expect(resultWords(closed)).toEqual({ name: 'geschützte Akte – bitte Leitung fragen', hint: [] });
    expect(caseName({ name: '', closed: true })).toBe(peopleTexts.shielded);
    expect(choosableCases([closed], [])).toEqual([]);
  });

  it('is offered once per file, and not where it was chosen already', () => {
    expect(choosableCases([hit, { ...hit, fieldLabel: 'Kontaktnotiz' }], [])).toEqual([hit]);
    expect(choosableCases([hit], [caseId])).toEqual([]);
  });
});

it('who answers the phone sees name, number and the next appointment', () => {
  const next = { record: caseId, entry: EntryId.parse('b'.repeat(32)), name: 'Shirin', phone: '', day: day('2026-02-04'), time: '14:00', staff: null, staffName: null, status: 'planned', cautions: [] };
  expect(personWords({ record: caseId, name: 'Shirin', phone: '0176 5550199', preRegistration: true, next, cautions: [] })).toEqual({
    name: 'Shirin',
    hint: ['0176 5550199', 'Vormerkung', 'nächster Termin Mi 04.02.2026, 14:00 Uhr'],
  });
});

describe('a file that is to be attached', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');

  it('is told by its content, not by its name', async () => {
    expect(await whyNotAttached(new File([png], 'Brief.txt'))).toBeNull();
    expect(await whyNotAttached(new File(['MZ'], 'Brief.pdf'))).toMatch(/kein PDF, JPEG oder PNG/);
    expect(await whyNotAttached(new File([], 'leer.pdf'))).toMatch(/ist leer/);
    expect(await whyNotAttached(new File([new Uint8Array(maxAttachmentBytes + 1)], 'gross.pdf'))).toMatch(/größer als 10 MB/);
  });

  it.each([
    ['Brief der Schule.pdf', 'Brief der Schule'],
    ['.pdf', '.pdf'],
    ['Zeugnis 2.2026', 'Zeugnis 2'],
    ['ohne', 'ohne'],
  ])('"%s" is called "%s"', (name, title) => {
    expect(titleOf(name)).toBe(title);
  });
});

describe('dates', () => {
  it('what is due has a word for every kind, also where nobody wrote one', () => {
    for (const kind of Object.keys(dueKinds) as (keyof typeof dueKinds)[]) expect(dueText({ text: '', kind })).not.toBe('');
    expect(dueText({ text: 'Bewerbung abgeben', kind: 'step' })).toBe('Bewerbung abgeben');
  });

  it('an appointment is said by its time', () => {
    expect(dueText({ text: '14:00', kind: 'appointment' })).toBe('14:00 Uhr');
    expect(dueText({ text: 'vormittags', kind: 'appointment' })).toBe('vormittags');
  });

  it.each([
    ['week', '2026-02-10'],
    ['month', '2026-03-03'],
    ['quarter', '2026-05-03'],
    ['year', '2027-02-03'],
  ] as const)('the reach "%s" ends on %s', (reach, end) => {
    expect(reachEnd(day('2026-02-03'), reach)).toBe(end);
  });

  it('of absences those are shown that run or are to come', () => {
    const absence = (until: string | null): AbsenceView => ({
      id: caseId,
      user: UserId.parse('1'.repeat(32)),
      userName: 'Jonas Brandt',
      deputy: UserId.parse('2'.repeat(32)),
      deputyName: 'Selin Yıldız',
      from: day('2026-01-01'),
      until: until === null ? null : day(until),
      setByName: 'Petra Amsel',
      running: true,
    });
    const [over, today, open] = [absence('2026-02-02'), absence('2026-02-03'), absence(null)];
    expect(current([over, today, open], day('2026-02-03'))).toEqual([today, open]);
  });
});
