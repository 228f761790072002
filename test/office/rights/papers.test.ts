/** Breaches and the papers an office owes: real PDFs, filled from the settings, with no young person in them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter } from '../../../documents/render.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { readPdf } from '../../support/pdf.ts';
import { amira, codeOf, newColleague, readyOffice, unlockAgain, unlockAs, type TestOffice } from '../support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  const printer = await createPrinter();
  office = await readyOffice({ documents: { print: async (paper) => printer.print(paper), close: async () => undefined } });
  await amira(office);
}, 60_000);
afterAll(async () => {
  await office.remove();
});

const read = async (pdf: Blob) => {
  const { text, tagged, metadata } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
  return { text: text.replaceAll(/\s+/g, ' '), tagged, metadata };
};

describe('the papers an office owes', () => {
  it.each(['processing_record', 'measures', 'impact_assessment', 'staff_information', 'staff_commitment'] as const)('%s is a draft for the officer, and names no young person', async (kind) => {
    const { pdf, fileName } = await office.client.rights.paper({ kind });
    const { text, tagged } = await read(pdf);
    expect(tagged).toBe(true);
    expect(fileName).toMatch(/^[a-z-]+\.pdf$/);
    expect(text).toContain('Entwurf – von der oder dem Datenschutzbeauftragten zu prüfen');
    expect(text).toContain('JMD Nordstadt');
    expect(text).not.toContain('Haddad');
  });

  it('says the deadlines and the law of this office', async () => {
    const { text } = await read((await office.client.rights.paper({ kind: 'processing_record' })).pdf);
    expect(text).toContain('Niedersachsen');
    expect(text).toContain('Datenschutz-Grundverordnung');
    expect(text).toContain('Anonymisiert zwei Monate nach der Beendigung, spätestens nach drei Monaten; beendet zwei Wochen, bevor neun Monate ohne Aktivität um sind, spätestens nach neun');
    expect(text).toContain('Das gilt für Case Management und Beratung.');
  });

  it.each([
    [{ anonymiseAfterMonths: 3, counsellingToo: false, endAfterMonths: 4 }, 'Anonymisiert zwei Wochen, bevor drei Monate nach der Beendigung um sind', 'beendet nach vier Monaten ohne Aktivität', 'bei Akten der Beratung allein erinnert Lotse'],
    [{ anonymiseAfterMonths: 0, counsellingToo: true, endAfterMonths: 1 }, 'Anonymisiert eine Woche nach der Beendigung', 'beendet nach einem Monat ohne Aktivität', 'Case Management und Beratung'],
  ])('says what the office has set: %o', async (set, anonymised, ended, followed) => {
    await office.client.clock.settings(set);
    const text = [await read((await office.client.rights.paper({ kind: 'processing_record' })).pdf), await read((await office.client.rights.paper({ kind: 'impact_assessment' })).pdf)].map((one) => one.text);
    for (const said of [anonymised, ended, followed]) expect(text[0]).toContain(said);
    expect(text[1]).toContain(anonymised.replace('Anonymisiert', 'Akten werden'));
  });

  it('names carrier and address once the letterhead says them', async () => {
    const before = (await read((await office.client.rights.paper({ kind: 'processing_record' })).pdf)).text;
    expect(before).toContain('Träger bitte ergänzen');
    const { settings } = await office.client.papers.settings();
    await office.client.papers.saveSettings({ ...settings, letterhead: { ...settings.letterhead, carrier: 'Kranichwerk e. V.', address: 'Uferweg 1\n12345 Nordstadt' } });
    const { text } = await read((await office.client.rights.paper({ kind: 'processing_record' })).pdf);
    expect(text).toContain('Kranichwerk e. V.');
    expect(text).toContain('Uferweg 1, 12345 Nordstadt');
  });

  it('tell what the head may read with names alone, and what two people open together', async () => {
    for (const kind of ['impact_assessment', 'staff_information'] as const) {
      const { text } = await read((await office.client.rights.paper({ kind })).pdf);
      expect(text).toMatch(/Wer in eine einzelne Akte gesehen hat, (sieht|darf) die Leitung/);
    }
  });
});

describe('a breach', () => {
  const breach = {
    id: null,
    what: 'Ein Ausdruck lag im Flur.',
    noticedAt: '2026-03-01T10:00:00Z',
    data: 'Anschrift, Gesprächsnotizen',
    people: 'etwa zwei',
    measures: 'Ausdruck vernichtet, Drucker umgestellt',
    risk: 'some',
    authorityToldOn: null,
    personsToldOn: null,
    whyNotTold: '',
  } as const;

  it('has 72 hours from the moment somebody noticed, counts them down, and knows when it is told', async () => {
    const [noted] = await office.client.incidents.save(breach);
    expect(noted).toMatchObject({ deadline: '2026-03-04T10:00:00Z', overdue: false, text: 'Meldung an die Aufsicht bis 04.03.2026, 11:00 Uhr (noch 49 Stunden).' });
    if (noted === undefined) throw new Error('nothing noted');
    office.clock.now = new Date('2026-03-04T12:00:00Z');
    expect((await office.client.incidents.list())[0]).toMatchObject({ overdue: true });
    const told = await office.client.incidents.save({ ...breach, id: noted.id, authorityToldOn: IsoDay.parse('2026-03-04') });
    expect(told).toMatchObject([{ id: noted.id, overdue: false, text: 'Der Aufsicht gemeldet am 04.03.2026.' }]);
  });

  it('needs no report where there is no risk, and cannot be noticed tomorrow', async () => {
    const all = await office.client.incidents.save({ ...breach, risk: 'none', noticedAt: '2026-03-02T08:00:00Z' });
    expect(all[0]?.text).toContain('keine Meldung nötig');
    expect(await codeOf(office.client.incidents.save({ ...breach, noticedAt: '2026-04-01T08:00:00Z' }))).toBe('ANSWER_INVALID');
    expect(await codeOf(office.client.incidents.sheet({ id: 'a'.repeat(32) }))).toBe('INCIDENT_NOT_FOUND');
  });

  it('is a sheet, also for who opens the desk only', async () => {
    await unlockAs(office, newColleague(office, 'Ruth', 'admin_office'));
    const noted = (await office.client.incidents.list()).at(-1);
    if (noted === undefined) throw new Error('nothing noted');
    const { text } = await read((await office.client.incidents.sheet({ id: noted.id })).pdf);
    expect(text).toContain('Ein Ausdruck lag im Flur.');
    expect(text).toContain('72 Stunden enden am 04.03.2026, 11:00 Uhr');
    await unlockAgain(office);
  });
});
