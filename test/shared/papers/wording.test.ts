/** Words a carrier can write become blocks of a paper; ours are whole sentences in both forms of address, under every law. */
import { describe, expect, it } from 'vitest';
import { landNames } from '../../../shared/domain/programme.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { Law } from '../../../shared/law/edition.ts';
import { lawOn, lawView } from '../../../shared/law/law-on.ts';
import { ownWordedForms } from '../../../shared/papers/forms.ts';
import { draftMark, formPaper, nobody, noRelease, type FormFrame } from '../../../shared/papers/form-paper.ts';
import { noLetterhead } from '../../../shared/papers/letterhead.ts';
import { standardWording } from '../../../shared/papers/standard/all.ts';
import { addressed, wordingBlocks } from '../../../shared/papers/wording.ts';

const day = IsoDay.parse('2026-03-02');
const frame: FormFrame = { officeName: 'JMD Nordheide', letterhead: noLetterhead, training: false, day };
const factsOf = (law: Law, clockForAll = true) => ({ officeName: 'JMD Nordheide', letterhead: noLetterhead, clockForAll, law: lawView(lawOn(law, day), landNames['03'] ?? '') });
const laws = ['gdpr', 'kdg', 'dsg_ekd'] as const;

describe('the notation', () => {
  it('knows headings, lists, boxes, lines to sign and paragraphs', () => {
    expect(wordingBlocks('# Worum es geht\nErste Zeile\nzweite Zeile.\n\nNoch ein Absatz.\n- eins\n- zwei\n[ ] Ja\n[ ] Nein\n\n_ Datum / Unterschrift', 'du')).toEqual([
      { kind: 'heading', level: 2, text: 'Worum es geht' },
      { kind: 'text', text: 'Erste Zeile zweite Zeile.' },
      { kind: 'text', text: 'Noch ein Absatz.' },
      { kind: 'list', items: ['eins', 'zwei'] },
      { kind: 'boxes', items: ['Ja', 'Nein'] },
      { kind: 'signatures', labels: ['Datum', 'Unterschrift'] },
    ]);
  });

  it('reads what Windows writes, and nothing as nothing', () => {
    expect(wordingBlocks('# A\r\n\r\n- b\r\n', 'sie')).toEqual([{ kind: 'heading', level: 2, text: 'A' }, { kind: 'list', items: ['b'] }]);
    expect(wordingBlocks(' \n\n ', 'sie')).toEqual([]);
  });

  it('says du or Sie, and leaves other braces alone', () => {
    expect(addressed('{Du kannst|Sie können} {dein|Ihr} Nein sagen {so} {a|b|c}.', 'du')).toBe('Du kannst dein Nein sagen {so} {a|b|c}.');
    expect(addressed('{Du kannst|Sie können}', 'sie')).toBe('Sie können');
  });
});

describe.each(ownWordedForms)('our words of %s', (form) => {
  it.each(laws)('under %s are whole in both forms of address', (law) => {
    const { text } = standardWording(form, factsOf(law));
    for (const address of ['du', 'sie'] as const) expect(addressed(text, address)).not.toMatch(/[{}]|undefined|null/);
    expect(addressed(text, 'du')).not.toMatch(/\b(?:Ihnen|Ihre[nrms]?)\b/);
    expect(addressed(text, 'sie')).not.toMatch(/\b(?:du|dich|dir|dein\w*)\b/i);
  });

  it('have no words of the programme in them', () => {
    expect(standardWording(form, factsOf('gdpr')).text).not.toMatch(/\b(?:IFP|CM|Fall|Förderbedarf|Maßnahme|Mitwirkungspflicht|Klient)\b/);
  });

  it('carry a version of words and law that fits into the file', () => {
    const versions = laws.map((law) => standardWording(form, factsOf(law)).version);
    expect(versions).toEqual(['Fassung 1 von 2026, DSGVO 2018', 'Fassung 1 von 2026, KDG 2026', 'Fassung 1 von 2026, DSG-EKD 2025']);
    for (const version of versions) expect(version.length).toBeLessThanOrEqual(60);
  });
});

describe('the consent', () => {
  const text = addressed(standardWording('consent', factsOf('gdpr')).text, 'du');

  it('asks for health apart, with a signature of its own', () => {
    const kinds = wordingBlocks(text, 'du').map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'boxes')).toHaveLength(2);
    expect(kinds.lastIndexOf('signatures')).toBeGreaterThan(kinds.lastIndexOf('boxes'));
  });

  it('is free, can be taken back, and says how long', () => {
    for (const said of ['Ein Nein hat keine Nachteile', 'jederzeit zurücknehmen', 'Spätestens drei Monate nach dem Ende der Begleitung', 'Art. 7 DSGVO', 'Art. 9 DSGVO']) expect(text).toContain(said);
  });
});

describe('the information sheet', () => {
  it.each([
    ['gdpr', 'Landesbeauftragte oder Landesbeauftragter für den Datenschutz (Niedersachsen)', 'Art. 77 DSGVO', 'die oder der Datenschutzbeauftragte'],
    ['kdg', 'Diözesandatenschutzbeauftragte', '§ 17 KDG (noch zu bestätigen)', 'betriebliche Datenschutzbeauftragte'],
    ['dsg_ekd', 'Der Beauftragte für den Datenschutz der EKD', '§ 19 DSG-EKD', 'örtlich Beauftragte'],
  ] as const)('names who watches over %s, her rights, and whom to ask', (law, ...said) => {
    const { text } = standardWording('information', factsOf(law));
    for (const one of said) expect(text).toContain(one);
  });

  it('promises three months only where the clock of the office keeps them', () => {
    expect(standardWording('information', factsOf('gdpr')).text).toContain('Spätestens drei Monate nach dem Ende der Begleitung machen');
    expect(standardWording('information', factsOf('gdpr', false)).text).toContain('nach dem Ende einer Begleitung mit Plan, sonst sobald');
  });
});

describe('a form', () => {
  const words = { text: 'Ja.', version: 'x', draft: false };

  it('has lines for a pen where nothing is known, and a place to sign where the words have none', () => {
    const { blocks, title } = formPaper({ form: 'consent', frame, words, address: 'sie', person: nobody, release: noRelease });
    expect(title).toBe('Einwilligung');
    expect(blocks).toEqual([
      { kind: 'fill', rows: [['Name', ''], ['Fachkraft', '']] },
      { kind: 'text', text: 'Ja.' },
      { kind: 'signatures', labels: ['Datum und meine Unterschrift', 'Datum und Unterschrift der Fachkraft'] },
    ]);
  });

  it('says that it is a draft while nobody has confirmed what it cites', () => {
    expect(formPaper({ form: 'consent', frame, words: { ...words, draft: true }, address: 'du', person: nobody, release: noRelease }).mark).toBe(draftMark);
  });

  it('is nobody’s where it only informs, and says so in an Übungs-JMD', () => {
    const blank = formPaper({ form: 'information', frame: { ...frame, training: true }, words, address: 'du', person: nobody, release: noRelease });
    expect([blank.title, blank.training, blank.mark]).toEqual(['Was mit deinen Daten geschieht', false, 'Übung: Dieses Blatt kommt aus einem Übungs-JMD.']);
    expect(blank.blocks).toEqual([{ kind: 'text', text: 'Ja.' }]);
  });
});
