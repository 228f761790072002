import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { parentsInformed } from '../../../shared/cases/guardians.ts';
import { cautionsIn } from '../../../shared/people/cautions.ts';
import { forThirdParty } from '../../../shared/cases/third-party.ts';
import { warningsOf } from '../../../shared/cases/warnings.ts';
import { birthday } from '../../../shared/domain/day.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const codes = (file: TestFile, on = today): readonly string[] => warningsOf(file, on).map(({ code }) => code);
const text = (file: TestFile, code: string, on = today): string => warningsOf(file, on).find((warning) => warning.code === code)?.text ?? '';

describe('what everybody sees first', () => {
  it('is nothing in an ordinary file', () => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', '2006-01-01');
    expect(codes(file)).toEqual([]);
  });

  it('is how she can be reached without danger', () => {
    const file = consentedFile(today);
    file.answer('person.address_secret', true);
    file.write('person.safe_contact', 'nur Signal an die Freundin');
    file.answer('person.safe_contact', 'nur Signal an die Freundin');
    file.answer('person.contact_limits', ['no_calls', 'no_post']);
    file.answer('person.phone_shared', true);
    expect(codes(file)).toEqual(['address_secret', 'safe_contact', 'contact_limits', 'phone_shared']);
    expect(text(file, 'phone_shared')).toContain('keine Nachricht hinterlassen');
    expect(file.person && cautionsIn(file.catalogue, file.person, false)).toContain('Telefon wird geteilt: keine Nachricht hinterlassen');
    expect(text(file, 'safe_contact')).toContain('nur Signal an die Freundin');
    expect(text(file, 'contact_limits')).toContain('nie anrufen');
  });

  it('is that a consent was taken back or not given', () => {
    const file = consentedFile(today);
    file.answer('consent.health_data', 'refused');
    expect(codes(file)).toEqual(['health_refused']);
    file.answer('consent.data_processing_status', 'withdrawn');
    expect(codes(file)).toEqual(['withdrawn', 'health_refused']);
  });
});

describe('her 18th birthday', () => {
  const young = (precision = 'exact'): TestFile => {
    const file = consentedFile(day('2026-05-01'));
    file.answer('case.date_of_birth', '2008-04-01');
    file.answer('case.date_of_birth_precision', precision);
    return file;
  };

  it.each([
    ['2026-02-03', false],
    ['2026-02-04', true],
    ['2026-03-31', true],
    ['2026-04-01', true],
    ['2026-07-01', true],
  ])('eight weeks ahead, and until her own consent stands: %s', (on, shown) => {
    expect(codes(young(), day(on)).includes('turns_18')).toBe(shown);
  });

  it('says what is to do, and that a birth date is estimated', () => {
    expect(text(young('estimated'), 'turns_18', day('2026-03-01'))).toBe(
      'Wird am 01.04.2026 18: eigene Einwilligung nötig, Personensorge und Vormundschaft enden, Kontaktdaten dazu prüfen. (Geburtsdatum geschätzt)',
    );
  });

  it('stays on show afterwards while only the guardians consented', () => {
    const file = young();
    file.answer('consent.granted_by', 'legal_guardian');
    expect(codes(file, day('2026-05-01'))).toEqual(['turns_18']);
    file.answer('consent.data_processing_date', '2026-04-20');
    expect(codes(file, day('2026-05-01'))).toEqual(['turns_18']);
    file.answer('consent.granted_by', 'young_person');
    expect(codes(file, day('2026-05-01'))).toEqual([]);
  });

  it('asks nobody for a second consent who gave her own: the rights of others end all the same', () => {
    const file = young();
    file.answer('consent.granted_by', 'young_person');
    expect(text(file, 'turns_18', day('2026-05-01'))).toBe('Seit dem 01.04.2026 volljährig: Personensorge und Vormundschaft enden, Kontaktdaten dazu prüfen.');
    const task = file.add('task');
    file.answer('task.kind', 'guardians_of_age', task);
    file.answer('task.done_on', '2026-04-20', task);
    expect(codes(file, day('2026-05-01'))).toEqual([]);
  });

  it('of somebody born on 29 February is 1 March', () => {
    expect(birthday(day('2008-02-29'), 18)).toBe('2026-03-01');
    expect(birthday(day('2008-02-29'), 20)).toBe('2028-02-29');
  });
});

describe('parents and guardians', () => {
  // Answers of the test file are of 3 February 2026.
  const asked = (answer: string, born: string): TestFile => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', born);
    file.answer('consent.parents_may_be_informed', answer);
    return file;
  };

  it.each([
    ['yes', '2010-01-01', '2026-02-03', 'yes'],
    ['yes', '2008-04-01', '2026-03-31', 'yes'],
    ['yes', '2008-04-01', '2026-04-01', 'over'],
    ['only_after_consultation', '2008-04-01', '2026-04-01', 'over'],
    ['no', '2008-04-01', '2026-04-01', 'no'],
    ['yes', '2006-01-01', '2026-04-01', 'yes'],
  ])('%s, born %s, on %s: %s', (answer, born, on, informed) => {
    expect(parentsInformed(asked(answer, born), day(on))).toBe(informed);
  });

  it('a no of one PC counts beside a yes of another', () => {
    const file = asked('yes', '2010-01-01');
    file.answerApart('consent.parents_may_be_informed', 'no');
    expect(parentsInformed(file, today)).toBe('no');
    expect(codes(file)).toEqual(['parents_not_informed']);
  });

  it('are never searched, and in no copy for somebody else', () => {
    expect(currentCatalogue.fields.filter(({ group, searched }) => group === 'guardian' && searched !== undefined && searched !== false)).toEqual([]);
    const file = asked('no', '2010-01-01');
    const guardian = file.add('guardian');
    file.answer('guardian.name', 'Rabea Kanarienvogel', guardian);
    file.answer('person.street', 'Geheimer Weg 4');
    file.answer('person.address_secret', true);
    file.answer('person.last_name', 'Haydari');
    const copy = JSON.stringify([forThirdParty(file).caseState, forThirdParty(file).person]);
    expect(copy).not.toMatch(/Kanarienvogel|Geheimer Weg/);
    expect(copy).toContain('Haydari');
  });

  it('leaves out how she is reached safely, names of others, and with a secret address every way to reach her', () => {
    const file = consentedFile(today);
    file.answer('person.phone', '0176 4445556');
    file.answer('person.email', 'kanarie@example.org');
    const copy = () => JSON.stringify([forThirdParty(file).caseState, forThirdParty(file).person]);
    expect(copy()).toContain('4445556');
    file.answer('person.address_secret', true);
    file.answer('person.safe_contact', 'nur Signal an die Freundin Mia');
    file.answer('person.contact_limits', ['no_calls']);
    const conference = file.add('case_conference');
    file.answer('case_conference.participants_names', 'Frau Zaunkönig', conference);
    const saidOfHer = copy();
    expect(saidOfHer).not.toMatch(/4445556|kanarie@|Mia|no_calls|Zaunkönig/);
  });

  it('leaves out the house she lives in where the address is secret, and no other institution', () => {
    const file = consentedFile(today);
    for (const [type, name] of [['accommodation', 'Schutzhaus Seestern'], ['school', 'Berufsschule Nord']] as const) {
      const entry = file.add('institution');
      for (const [field, value] of [['institution.type', type], ['institution.name', name], ['institution.street', `Muschelweg ${type}`]] as const) file.answer(field, value, entry);
    }
    const copy = () => JSON.stringify(forThirdParty(file).caseState);
    expect(copy()).toContain('Seestern');
    file.answer('person.address_secret', true);
    expect(copy()).not.toMatch(/Seestern|Muschelweg accommodation/);
    expect(copy()).toMatch(/Berufsschule Nord.*Muschelweg school/);
  });
});

describe('a release that only guardians signed', () => {
  it('is named when she is of age, until it is taken back', () => {
    const file = consentedFile(today);
    file.answer('case.date_of_birth', '2008-02-03');
    const release = file.add('release');
    file.answer('release.signed_by', 'legal_guardian', release);
    expect(codes(file, day('2026-02-02'))).not.toContain('release_ended');
    expect(codes(file)).toContain('release_ended');
    file.answer('release.withdrawn_on', '2026-02-03', release);
    expect(codes(file)).not.toContain('release_ended');
  });
});
