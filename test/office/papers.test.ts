/** What an office sets for its papers, and forms filled from a file: by whom, from what, and what the log says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import type { Paper } from '../../documents/contract.ts';
import { createPrinter } from '../../documents/render.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { bytesToBase64 } from '../../shared/history/base64.ts';
import { formKinds } from '../../shared/papers/forms.ts';
import type { SlipPaper } from '../../shared/plan/papers.ts';
import type { SheetPaper } from '../../shared/papers/sheet-paper.ts';
import { smallJpeg, smallPdf, smallPng } from '../support/sample-files.ts';
import { sampleLogo } from '../support/sample-logo.ts';
import { amira, answerAll, codeOf, newColleague, readyOffice, unlockAgain, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const today = IsoDay.parse('2026-03-02');
const later = IsoDay.parse('2026-03-09');
const letterhead = { carrier: 'Sozialwerk Nordheide e. V.', address: 'Lindenstraße 4\n12345 Nordheide', phone: '05555 123-456', email: '', funder: 'Gefördert vom Bund', logos: [] };
const nothing = { letterhead: { ...letterhead, carrier: '', address: '', phone: '', funder: '' }, phones: [], unreviewedLanguages: [] };
const logo = (bytes: Uint8Array, mime: 'image/png' | 'image/jpeg' = 'image/png') => ({ ...nothing, letterhead: { ...letterhead, logos: [{ mime, data: bytesToBase64(bytes), alt: 'Logo' }] } });

let office: TestOffice;
let selin: Colleague;
let ruth: Colleague;
let caseId: RecordId;
beforeAll(async () => {
  office = await readyOffice();
  selin = newColleague(office, 'Selin Kaya');
  ruth = newColleague(office, 'Ruth Amsel', 'admin_office');
  const view = await amira(office);
  caseId = view.row.id;
  await answerAll(office, view, [
    { field: 'person.address_form', value: 'du' },
    { field: 'case.caseworker_id', value: selin.user },
  ]);
});
afterAll(async () => office.remove());

const deskActs = () => openContext(office.core.context).store.desk.read((tx) => tx.audit.read({ record: null, limit: 50 }));
const lines = () => casesContext(openContext(office.core.context)).cases.read((tx) => tx.audit.read({ record: caseId, limit: 500 }));

/** What would be printed. */
async function paperOf<P extends Paper>(call: Promise<unknown>): Promise<P> {
  await call;
  return office.documents.printed.at(-1) as P;
}

describe('what an office sets', () => {
  it('is nothing at first: our own words, and every language with its review', async () => {
    const { settings, wordings, standard, languages, inForce } = await office.client.papers.settings();
    expect([settings, wordings]).toEqual([{ letterhead: { carrier: '', address: '', phone: '', email: '', funder: '', logos: [] }, phones: [], unreviewedLanguages: [] }, []]);
    expect(inForce).toEqual(standard.map(({ form, version }) => ({ form, version, own: false })));
    expect(languages).toHaveLength(20);
    expect(languages[0]).toMatchObject({ code: 'ar', german: 'Arabisch', review: { state: 'unreviewed' } });
  });

  it('is kept, printed on every form, and stands in the log without a word of it', async () => {
    const wish = { letterhead, phones: [{ user: selin.user, phone: '05555 123-457' }, { user: openContext(office.core.context).actor.user, phone: '' }], unreviewedLanguages: ['ar'] };
    const { settings } = await office.client.papers.saveSettings(wish);
    expect(settings).toEqual({ ...wish, phones: wish.phones.slice(0, 1) });
    await unlockAgain(office);
    expect((await office.client.papers.settings()).settings).toEqual(settings);
    expect(await paperOf<SheetPaper>(office.client.papers.blank({ form: 'consent' }))).toMatchObject({ template: 'sheet', letterhead });
    const act = deskActs().find(({ action }) => action === 'paper.settings');
    expect(act?.details).toEqual({ what: 'settings' });
  });

  it('is a matter of the head', async () => {
    await unlockAs(office, selin);
    expect(await codeOf(office.client.papers.saveSettings(nothing))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(office.client.papers.saveWording({ form: 'consent', text: 'Ja.' }))).toBe('ROLE_NOT_ALLOWED');
    expect((await office.client.papers.settings()).settings.letterhead.carrier).toBe(letterhead.carrier);
    await unlockAgain(office);
  });

  it('knows only who works here and languages there are', async () => {
    expect(await codeOf(office.client.papers.saveSettings({ ...nothing, phones: [{ user: 'f'.repeat(32), phone: '1' }] }))).toBe('BAD_REQUEST');
    expect(await codeOf(office.client.papers.saveSettings({ ...nothing, unreviewedLanguages: ['tlh'] }))).toBe('BAD_REQUEST');
  });

  it.each([
    ['a PDF', smallPdf(), 'image/png'],
    ['a PNG that calls itself a JPEG', smallPng(), 'image/jpeg'],
    ['a JPEG that calls itself a PNG', smallJpeg(), 'image/png'],
    ['more than 300 kB', Buffer.concat([smallPng(), Buffer.alloc(299_950)]), 'image/png'],
  ] as const)('has no logo of %s', async (_what, bytes, mime) => {
    expect(await codeOf(office.client.papers.saveSettings(logo(bytes, mime)))).toBe('LOGO_UNREADABLE');
  });

  it('tries a logo on a paper before it is kept: one that says its size and is broken all the same is none', async () => {
    const printer = await createPrinter();
    const { documents } = office.core.context.options;
    const print = documents.print.bind(documents);
    documents.print = async (paper) => printer.print(paper);
    expect(await codeOf(office.client.papers.saveSettings(logo(sampleLogo().slice(0, 900))))).toBe('LOGO_UNREADABLE');
    expect((await office.client.papers.saveSettings(logo(sampleLogo()))).settings.letterhead.logos).toHaveLength(1);
    documents.print = print;
    expect((await office.client.papers.saveSettings({ letterhead, phones: [{ user: selin.user, phone: '05555 123-457' }], unreviewedLanguages: ['ar'] })).settings.letterhead.logos).toEqual([]);
  });
});

describe('the carrier’s own words', () => {
  const inForce = async () => (await office.client.papers.settings()).inForce.find(({ form }) => form === 'case_management');

  it('are a version each, and a way back to ours is one, too', async () => {
    await office.client.papers.saveWording({ form: 'case_management', text: ' # Mitmachen\r\n\r\nIch mache mit. ' });
    await office.client.papers.saveWording({ form: 'case_management', text: '# Mitmachen\n\nIch mache mit.' });
    const { wordings } = await office.client.papers.saveWording({ form: 'case_management', text: 'Ich {bin|bin} dabei.' });
    expect(wordings.map(({ version, text }) => [version, text])).toEqual([
      [2, 'Ich {bin|bin} dabei.'],
      [1, '# Mitmachen\n\nIch mache mit.'],
    ]);
    expect(await inForce()).toEqual({ form: 'case_management', version: 'eigene Fassung 2 vom 02.03.2026', own: true });
    const paper = await paperOf<SheetPaper>(office.client.papers.fill({ caseId, form: 'case_management', entry: null }));
    expect(paper).toMatchObject({ version: 'eigene Fassung 2 vom 02.03.2026', mark: '' });
    expect(paper.blocks).toContainEqual({ kind: 'text', text: 'Ich bin dabei.' });

    expect((await office.client.papers.saveWording({ form: 'case_management', text: '' })).wordings).toHaveLength(3);
    expect(await inForce()).toEqual({ form: 'case_management', version: 'Fassung 1 von 2026, DSGVO 2018', own: false });
  });
});

describe('characters no font has', () => {
  /** As the document process says it, of a real paper. */
  async function onRealPaper<T>(act: () => Promise<T>): Promise<T> {
    const printer = await createPrinter();
    const { documents } = office.core.context.options;
    const print = documents.print.bind(documents);
    documents.print = async (paper) => printer.print(paper);
    try {
      return await act();
    } finally {
      documents.print = print;
    }
  }
  const set = (carrier: string) => office.client.papers.saveSettings({ letterhead: { ...letterhead, carrier }, phones: [{ user: selin.user, phone: '05555 123-457' }], unreviewedLanguages: ['ar'] });

  it('are named when a letterhead or a wording has them, and on the blank form', async () => {
    await onRealPaper(async () => {
      expect((await set('Sozialwerk 😀')).replaced).toEqual(['U+1F600']);
      expect((await office.client.papers.settings()).replaced).toEqual([]);
      expect((await office.client.papers.blank({ form: 'information' })).replacedCharacters).toEqual(['U+1F600']);
      expect((await set(letterhead.carrier)).replaced).toEqual([]);
      expect((await office.client.papers.saveWording({ form: 'consent', text: 'Ja 🙂 gern.' })).replaced).toEqual(['U+1F642']);
      expect((await office.client.papers.saveWording({ form: 'consent', text: '' })).replaced).toEqual([]);
    });
  });
});

describe('a blank form', () => {
  it.each(formKinds)('%s has nobody on it, leaves no line, and is there for who opens the desk only', async (form) => {
    const before = lines().length;
    await unlockAs(office, newColleague(office, `Ruth ${form}`, 'admin_office'));
    const { fileName } = await office.client.papers.blank({ form });
    expect(fileName).toMatch(/^[A-Za-z-]+-leer\.pdf$/);
    expect(JSON.stringify(office.documents.printed.at(-1))).not.toMatch(/Amira|Haddad|Selin/);
    await unlockAgain(office);
    expect(lines().length).toBe(before);
  });
});

describe('a form filled from a file', () => {
  it('has her name, who works with her, and du or Sie as she is spoken to', async () => {
    const { fileName } = await office.client.papers.fill({ caseId, form: 'consent', entry: null });
    const paper = office.documents.printed.at(-1) as SheetPaper;
    expect(fileName).toMatch(/^Einwilligung-[A-Z0-9-]+\.pdf$/);
    expect(paper.subtitle).toBe('Darf der JMD deine Daten aufschreiben?');
    expect(paper.blocks[0]).toEqual({ kind: 'fill', rows: [['Name', 'Amira Haddad'], ['Fachkraft', 'Selin Kaya']] });
    expect(lines()[0]).toMatchObject({ action: 'paper.fill', details: { form: 'consent', version: 'Fassung 1 von 2026, DSGVO 2018', right: 'head' } });
  });

  it('asks for consent before there is one, and for nothing else', async () => {
    const { row } = await office.client.cases.create();
    for (const form of ['consent', 'information'] as const) expect(await codeOf(office.client.papers.fill({ caseId: row.id, form, entry: null }))).toBe('no error');
    expect((office.documents.printed.at(-1) as SheetPaper).subtitle).toBe('Information zum Mitnehmen');
    for (const form of ['case_management', 'release', 'slip'] as const) expect([form, await codeOf(office.client.papers.fill({ caseId: row.id, form, entry: null }))]).toEqual([form, 'CONSENT_MISSING']);
  });

  it('has one release on it, for one recipient and one purpose', async () => {
    const { entry } = await office.client.cases.enter({
      caseId,
      group: 'release',
      parent: null,
      answers: { 'release.recipient_name': 'Berufsschule am Markt', 'release.date': today, 'release.valid_until': later },
      texts: { 'release.scope': 'Anmeldung zum neuen Schuljahr' },
    });
    const paper = await paperOf<SheetPaper>(office.client.papers.fill({ caseId, form: 'release', entry }));
    expect(paper.blocks).toContainEqual({
      kind: 'fill',
      rows: [['Diese Stelle oder Person', 'Berufsschule am Markt'], ['Was und wofür', 'Anmeldung zum neuen Schuljahr', 2], ['Gilt ab', '02.03.2026'], ['Gilt bis', '09.03.2026']],
    });
    expect(await codeOf(office.client.papers.fill({ caseId, form: 'release', entry: 'f'.repeat(32) }))).toBe('ENTRY_UNKNOWN');
    await office.client.cases.withdraw({ caseId, what: 'release', entry, day: today });
    expect(await codeOf(office.client.papers.fill({ caseId, form: 'release', entry }))).toBe('PAPER_ENTRY_OVER');
  });

  it('is a slip for one appointment: first name, when, where, and whom to ring up', async () => {
    const { entry } = await office.client.appointments.plan({ record: caseId, day: later, time: '14:30', staff: selin.user });
    const paper = await paperOf<SlipPaper>(office.client.papers.fill({ caseId, form: 'slip', entry, bring: 'Zeugnisse', language: 'ar' }));
    expect(paper).toMatchObject({ template: 'slip', language: 'ar', address: 'du', firstName: 'Amira', appointment: { day: later, time: '14:30' }, counsellor: 'Selin', phone: '05555 123-457', bring: 'Zeugnisse' });
    expect(JSON.stringify(paper)).not.toMatch(/Haddad|2007/);
    expect(await codeOf(office.client.papers.fill({ caseId, form: 'slip', entry, language: 'so' }))).toBe('LANGUAGE_NOT_REVIEWED');
    await office.client.appointments.change({ record: caseId, entry, day: later, time: '14:30', staff: selin.user, status: 'cancelled' });
    expect(await codeOf(office.client.papers.fill({ caseId, form: 'slip', entry }))).toBe('PAPER_ENTRY_OVER');
  });

  it('says nothing of where she lives, when she was born, what she was asked about her health or what was feared for her', async () => {
    const view = await office.client.cases.open({ caseId });
    await answerAll(office, view, [
      { field: 'person.street', value: 'Kanarienweg 7' },
      { field: 'person.phone', value: '0151 9990001' },
      { field: 'consent.health_data', value: 'granted' },
      { field: 'consent.health_data_date', value: '2026-03-02' },
    ]);
    await office.client.cases.enter({ caseId, group: 'protection', parent: null, answers: {}, texts: { 'protection.observation': 'Kanarienbeobachtung' } });
    for (const form of ['consent', 'information', 'case_management', 'release', 'slip'] as const) {
      await office.client.papers.fill({ caseId, form, entry: null });
      expect([form, JSON.stringify(office.documents.printed.at(-1)).match(/Kanarien|0151|2007|14\.05/)]).toEqual([form, null]);
    }
  });

  it('is in the log of the file once she has it, and only then', async () => {
    const given = () => lines().filter(({ action }) => action === 'paper.handOver').map(({ details }) => details);
    await office.client.papers.fill({ caseId, form: 'release', entry: null });
    expect(given()).toEqual([]);
    await office.client.papers.handedOver({ caseId, form: 'release' });
    expect(given()).toEqual([{ form: 'release', right: 'head' }]);
  });

  it('is German whatever is asked where somebody signs', async () => {
    const paper = await paperOf<SheetPaper>(office.client.papers.fill({ caseId, form: 'consent', entry: null, language: 'ar' }));
    expect(paper.language).toBe('de');
  });
});

describe('a slip out of the calendar', () => {
  const planned = () => office.client.appointments.plan({ record: caseId, day: later, time: '09:15', staff: selin.user });
  const slip = (entry: EntryId, language: LanguageCode = 'de') => office.client.appointments.slip({ record: caseId, entry, language });

  it('is there for the Verwaltung, who sees the appointment: first name, when, where, and the office to ring up; nothing else of her', async () => {
    const { entry } = await planned();
    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'appointment.place', entry, value: 'jmd_office' }]);
    await unlockAs(office, ruth);
    const { fileName } = await slip(entry);
    expect(fileName).toBe('Terminzettel.pdf');
    const { frame, hers, offices } = apart(office.documents.printed.at(-1) as SlipPaper);
    expect(hers).toEqual({ firstName: 'Amira', appointment: { day: later, time: '09:15', place: 'jmd_office' }, bring: '' });
    expect(offices).toEqual({ counsellor: 'Selin', phone: '05555 123-457' });
    expect(frame).toEqual({ template: 'slip', language: 'de', address: 'du', officeName: 'JMD Nordstadt', letterhead, training: true, day: today });
    expect(deskActs()[0]).toMatchObject({ action: 'appointments.slip', record: caseId, details: {} });
    expect(await codeOf(slip(entry, 'so'))).toBe('LANGUAGE_NOT_REVIEWED');
    expect(await codeOf(slip(entry, 'ar'))).toBe('no error');
    await unlockAgain(office);
  });

  it('is of an appointment that is still ahead, of somebody there is', async () => {
    const { entry } = await planned();
    await unlockAs(office, ruth);
    expect(await codeOf(office.client.appointments.slip({ record: 'f'.repeat(32), entry }))).toBe('PERSON_NOT_FOUND');
    expect(await codeOf(slip('f'.repeat(32) as EntryId))).toBe('ENTRY_UNKNOWN');
    await office.client.appointments.change({ record: caseId, entry, day: later, time: '09:15', staff: selin.user, status: 'cancelled' });
    expect(await codeOf(slip(entry))).toBe('PAPER_ENTRY_OVER');
    await unlockAgain(office);
  });

  it('is there for a Vormerkung, too: somebody without a file', async () => {
    await unlockAs(office, ruth);
    const { record, appointment } = await office.client.preRegistrations.create({ firstName: 'Yusuf', phone: '', appointment: { day: later, time: null, staff: null } });
    if (appointment === null) throw new Error('no appointment');
    await office.client.appointments.slip({ record, entry: appointment.entry });
    expect(office.documents.printed.at(-1)).toMatchObject({ firstName: 'Yusuf', appointment: { day: later, time: '', place: null }, counsellor: '', phone: letterhead.phone });
    await unlockAgain(office);
  });

  it('of a shielded file is not there for who does not see the appointment', async () => {
    const { entry } = await planned();
    await office.client.cases.shield({ caseId, shielded: true });
    await unlockAs(office, ruth);
    expect(await codeOf(slip(entry))).toBe('PERSON_NOT_FOUND');
    await unlockAgain(office);
    expect(await codeOf(slip(entry))).toBe('no error');
    await office.client.cases.shield({ caseId, shielded: false });
  });

  it('is not given out where the processing was restricted while it was being set, nor afterwards', async () => {
    const { entry } = await planned();
    const { documents } = office.core.context.options;
    const print = documents.print.bind(documents);
    documents.print = async (paper) => {
      await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
      return print(paper);
    };
    expect(await codeOf(slip(entry))).toBe('CASE_RESTRICTED');
    documents.print = print;
    await unlockAs(office, ruth);
    expect(await codeOf(slip(entry))).toBe('CASE_RESTRICTED');
    await unlockAgain(office);
    await office.client.rights.lift({ caseId, ground: 'checked_correct', toldOn: today });
  });
});

/** What a slip says of the office's frame, of her, and whom to ask. */
function apart({ firstName, appointment, bring, counsellor, phone, ...frame }: SlipPaper): { readonly frame: object; readonly hers: object; readonly offices: object } {
  return { frame, hers: { firstName, appointment, bring }, offices: { counsellor, phone } };
}

describe('nobody gets a form', () => {
  const filled = () => codeOf(office.client.papers.fill({ caseId, form: 'consent', entry: null }));

  it('of a shielded file who has nothing to do with it', async () => {
    await office.client.cases.shield({ caseId, shielded: true });
    await unlockAs(office, newColleague(office, 'Jonas Brandt'));
    expect(await filled()).toBe('CASE_SHIELDED');
    await unlockAgain(office);
    expect(await filled()).toBe('no error');
    await office.client.cases.shield({ caseId, shielded: false });
  });

  it('without the case door', async () => {
    await unlockAs(office, newColleague(office, 'Ruth Krüger', 'admin_office'));
    expect(await filled()).toBe('CASES_DOOR_CLOSED');
    await unlockAgain(office);
  });

  it('while the processing is restricted', async () => {
    await office.client.rights.restrict({ caseId, ground: 'accuracy', askedBy: 'young_person' });
    expect(await filled()).toBe('CASE_RESTRICTED');
  });
});
