import { describe, expect, it } from 'vitest';
import { land } from '../../shared/catalogue/code-lists/land.ts';
import { landNames } from '../../shared/domain/programme.ts';
import { lawTopics } from '../../shared/law/edition.ts';
import { lawEditions, lawOn, lawView } from '../../shared/law/law-on.ts';
import { day } from './cases/test-file.ts';

describe('the law a JMD works under', () => {
  it.each(lawEditions.map((edition) => [`${edition.law} ${edition.since}`, edition] as const))('%s has a paragraph for every topic, an authority and hints on age', (_name, edition) => {
    expect(Object.keys(edition.paragraphs).sort()).toEqual([...lawTopics].sort());
    for (const { text } of Object.values(edition.paragraphs)) expect(text).toMatch(/^(Art\.|§) \d+ /);
    expect(edition.authority).not.toBe('');
    expect(edition.ageHints.length).toBeGreaterThan(0);
    expect(edition.unreviewed).toBe(true);
  });

  it.each([
    ['kdg', '2026-02-28', '2018-05-24'],
    ['kdg', '2026-03-01', '2026-03-01'],
    ['dsg_ekd', '2025-04-30', '2018-05-24'],
    ['dsg_ekd', '2025-05-01', '2025-05-01'],
    ['gdpr', '2026-03-01', '2018-05-25'],
    ['gdpr', '2017-01-01', '2018-05-25'],
  ] as const)('%s on %s is the edition of %s', (law, on, since) => {
    expect(lawOn(law, day(on)).since).toBe(since);
  });

  it('says of a paragraph nobody has read in this edition that it is not confirmed', () => {
    const view = lawView(lawOn('kdg', day('2026-03-02')), 'Niedersachsen');
    expect(view.paragraphs['access']).toBe('§ 17 KDG (noch zu bestätigen)');
    expect(lawView(lawOn('dsg_ekd', day('2026-03-02')), 'Niedersachsen').paragraphs['access']).toBe('§ 19 DSG-EKD');
    expect(lawView(lawOn('gdpr', day('2026-03-02')), 'Niedersachsen').authority).toContain('Niedersachsen');
  });

  it('names the authority of every Land as the form names the Land', () => {
    expect(landNames).toEqual(Object.fromEntries(land.codes.map(({ code, label }) => [code, label])));
    for (const name of Object.values(landNames)) expect(lawView(lawOn('gdpr', day('2026-03-02')), name).authority).toContain(name);
  });
});
