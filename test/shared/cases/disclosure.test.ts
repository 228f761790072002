import { describe, expect, it } from 'vitest';
import { decideDisclosure, decideLeaving, keepBasis } from '../../../shared/cases/disclosure.ts';
import { decideEnter } from '../../../shared/cases/decide-enter.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

const today = day('2026-03-02');
const fresh = EntryId.parse('e'.repeat(32));
const refused = { ok: false, error: { type: 'DisclosureWithoutBasis' } };
const allowed = { ok: true, value: null };

interface Released {
  readonly file: TestFile;
  readonly school: EntryId;
  readonly release: EntryId;
  /** What is said of a disclosure to the school. */
  readonly said: Readonly<Record<string, string>>;
}

function withRelease(answers: Readonly<Record<string, string>> = {}): Released {
  const file = consentedFile(today);
  const school = file.add('institution');
  file.answer('institution.name', 'Berufsschule Nord', school);
  const release = file.add('release');
  for (const [field, value] of Object.entries({ 'release.recipient': school, 'release.date': '2026-02-01', ...answers })) {
    expect(file.answer(field, value, release).ok).toBe(true);
  }
  return { file, school, release, said: { 'disclosure.basis': 'release', 'disclosure.release': release, 'disclosure.recipient': school, 'disclosure.date': '2026-03-02' } };
}

describe('a disclosure', () => {
  it.each(['child_protection_law', 'emergency', 'court_order', 'anonymous_consultation'])('needs no release where the law is its basis: %s', (basis) => {
    expect(decideDisclosure(consentedFile(today), { 'disclosure.basis': basis }, today)).toEqual(allowed);
  });

  it.each([null, 'nothing', { special: 'unknown' } as const])('is refused with the basis %s', (basis) => {
    expect(decideDisclosure(consentedFile(today), { 'disclosure.basis': basis }, today)).toEqual(refused);
  });

  it('stands on a release of exactly this recipient', () => {
    const { file, said } = withRelease();
    expect(decideDisclosure(file, said, today)).toEqual(allowed);
    const other = file.add('institution');
    expect(decideDisclosure(file, { ...said, 'disclosure.recipient': other }, today)).toEqual(refused);
    expect(decideDisclosure(file, { ...said, 'disclosure.release': null }, today)).toEqual(refused);
  });

  it('knows a recipient by name as well, however it is capitalised', () => {
    const { file, said } = withRelease();
    const byName = { ...said, 'disclosure.recipient': null, 'disclosure.recipient_name': ' berufsschule nord ' };
    expect(decideDisclosure(file, byName, today)).toEqual(allowed);
    expect(decideDisclosure(file, { ...byName, 'disclosure.recipient_name': 'Berufsschule Süd' }, today)).toEqual(refused);
    expect(decideDisclosure(file, { ...byName, 'disclosure.recipient_name': '' }, today)).toEqual(refused);
  });

  it.each([
    ['on the day it was given', { 'release.date': '2026-03-02' }, '2026-03-02', allowed],
    ['before it was given', {}, '2026-01-31', refused],
    ['on its last day', { 'release.valid_until': '2026-03-02' }, '2026-03-02', allowed],
    ['after its last day', { 'release.valid_until': '2026-03-01' }, '2026-03-02', refused],
    ['on the day it was taken back', { 'release.withdrawn_on': '2026-03-02' }, '2026-03-02', refused],
    ['after it was taken back', { 'release.withdrawn_on': '2026-02-20' }, '2026-03-02', refused],
    ['before it was taken back', { 'release.withdrawn_on': '2026-03-02' }, '2026-03-01', allowed],
    ['given by word', { 'release.form': 'oral' }, '2026-03-02', allowed],
  ] as const)('with a release %s', (_name, answers, on, outcome) => {
    const { file, said } = withRelease(answers);
    expect(decideDisclosure(file, { ...said, 'disclosure.date': on }, today)).toEqual(outcome);
  });

  it('has no basis in a release that was taken away or whose day nobody knows', () => {
    const { file, said, release } = withRelease();
    file.retire(release);
    expect(decideDisclosure(file, said, today)).toEqual(refused);
    const { file: other, said: asked, release: undated } = withRelease();
    other.answer('release.date', { special: 'unknown' }, undated);
    expect(decideDisclosure(other, asked, today)).toEqual(refused);
  });

  function spokenFor(contactAnswers: Readonly<Record<string, string | boolean | readonly string[]>> = {}) {
    const file = consentedFile(today);
    const contact = file.add('contact');
    const there = { 'contact.date': '2026-03-02', 'contact.release_oral': true, 'contact.participants': ['institution'], ...contactAnswers };
    for (const [field, value] of Object.entries(there)) expect(file.answer(field, value, contact).ok).toBe(true);
    const said = { 'disclosure.basis': 'release', 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Berufsschule Nord', 'disclosure.means': 'talk', 'disclosure.contact': contact };
    return { file, contact, said };
  }

  it('stands on her word in the contact it names, where the recipient was there', () => {
    const { file, contact, said } = spokenFor();
    expect(decideDisclosure(file, said, today)).toEqual(allowed);
    expect(decideDisclosure(file, { ...said, 'disclosure.contact': null }, today)).toEqual(refused);
    expect(decideDisclosure(file, { ...said, 'disclosure.date': '2026-03-01' }, today)).toEqual(refused);
    file.retire(contact);
    expect(decideDisclosure(file, said, today)).toEqual(refused);
  });

  it.each([
    ['did not say so', { 'contact.release_oral': false }],
    ['did not come', { 'contact.no_show': true }],
    ['was alone', { 'contact.participants': [] }],
    ['had only somebody along who helps her to be understood', { 'contact.participants': ['interpreter', 'colleague'] }],
  ])('has no basis in a contact to which she %s', (_name, answers) => {
    const { file, said } = spokenFor(answers);
    expect(decideDisclosure(file, said, today)).toEqual(refused);
  });

  it('takes her word once', () => {
    const { file, said } = spokenFor();
    const entry = file.add('disclosure');
    for (const [field, value] of Object.entries(said)) expect(file.answer(field, value, entry).ok).toBe(true);
    expect(decideDisclosure(file, said, today)).toEqual(refused);
    expect(keepBasis(file, [{ entry, field: 'disclosure.date', value: '2026-03-02' }], today)).toEqual(allowed);
    file.retire(entry);
    expect(decideDisclosure(file, said, today)).toEqual(allowed);
  });

  it.each(['letter', 'print', 'export'])('by her word in a contact goes on no paper and in no copy: %s', (means) => {
    const { file, said } = spokenFor();
    expect(decideDisclosure(file, { ...said, 'disclosure.means': means }, today)).toEqual(refused);
    const entry = file.add('disclosure');
    for (const [field, value] of Object.entries(said)) file.answer(field, value, entry);
    expect(keepBasis(file, [{ entry, field: 'disclosure.means', value: means }], today)).toEqual(refused);
  });

  it.each([
    ['2026-03-01', 'legal_guardian', '2026-03-02', allowed],
    ['2008-03-03', 'legal_guardian', '2026-03-02', allowed],
    ['2008-03-02', 'legal_guardian', '2026-03-02', refused],
    ['2008-03-02', 'young_person', '2026-03-02', allowed],
    ['2008-03-02', 'both', '2026-03-02', allowed],
  ])('born on %s, with a release signed by %s', (born, signed, on, outcome) => {
    const { file, said, release } = withRelease({ 'release.signed_by': signed });
    file.answer('case.date_of_birth', born);
    expect(release).toBe(said['disclosure.release']);
    expect(decideDisclosure(file, { ...said, 'disclosure.date': on }, today)).toEqual(outcome);
  });

  describe('while parents must not know', () => {
    const shielded = { ok: false, error: { type: 'AnswerInvalid', reason: expect.stringMatching(/§ 8 Abs. 3 SGB VIII/) as string } };
    const withGuardian = (informed: string) => {
      const { file, release } = withRelease({ 'release.recipient_name': 'Leyla Haddad', 'release.signed_by': 'young_person' });
      file.answer('guardian.name', 'Leyla Haddad', file.add('guardian'));
      file.answer('consent.parents_may_be_informed', informed);
      const to = (name: string, more: Readonly<Record<string, string>> = {}) => ({ 'disclosure.basis': 'release', 'disclosure.release': release, 'disclosure.recipient_name': name, 'disclosure.date': '2026-03-02', ...more });
      return { file, to };
    };

    it.each(['Leyla Haddad', 'Frau Haddad', 'leyla haddad', 'Mutter', 'die Eltern', 'Vormund: Herr Weiß'])('%s gets nothing, released or without a name', (name) => {
      const { file, to } = withGuardian('no');
      expect(decideDisclosure(file, to(name), today)).toEqual(shielded);
      expect(decideDisclosure(file, to(name, { 'disclosure.basis': 'anonymous_consultation' }), today)).toEqual(shielded);
    });

    it.each(['child_protection_law', 'emergency', 'court_order'])('they are told what the law asks for: %s', (basis) => {
      const { file, to } = withGuardian('no');
      expect(decideDisclosure(file, to('Mutter', { 'disclosure.basis': basis }), today)).toEqual(allowed);
    });

    it.each(['yes', 'only_after_consultation'])('and not else: with %s her release counts', (informed) => {
      const { file, to } = withGuardian(informed);
      expect(decideDisclosure(file, to('Leyla Haddad'), today)).toEqual(allowed);
    });

    it('others are no parents: neither a house for mothers nor her school', () => {
      const { file, school, said } = withRelease();
      file.answer('consent.parents_may_be_informed', 'no');
      expect(decideDisclosure(file, said, today)).toEqual(allowed);
      file.answer('institution.name', 'Mutter-Kind-Haus Nord', school);
      expect(decideDisclosure(file, said, today)).toEqual(allowed);
      file.answer('institution.type', 'guardian', school);
      expect(decideDisclosure(file, said, today)).toEqual(shielded);
    });

    const leyla = () => {
      const { file, release, school } = withRelease();
      for (const [field, value] of Object.entries({ 'person.first_name': 'Leyla', 'person.last_name': 'Karimi', 'consent.parents_may_be_informed': 'no' })) file.answer(field, value);
      const outcome = (name: string) => {
        file.answer('release.recipient_name', name, release);
        return decideDisclosure(file, { 'disclosure.basis': 'release', 'disclosure.release': release, 'disclosure.recipient_name': name, 'disclosure.date': '2026-03-02' }, today);
      };
      return { file, release, school, outcome };
    };

    it.each([
      'Mutti', 'Mutti (Frau K.)', 'Vati', 'Papi', 'Mami', 'Mama', 'ihre Mutter', 'MÜTTER', 'Mütter', 'Muetter', 'Väter', 'Vaters Adresse', 'Mutter/Vater', 'Mutter-Vater', 'Stief-Vater', 'Mu\u00adtter',
      'Kindseltern', 'Kindesmutter', 'Pflegefamilie Schulz', 'Adoptiveltern', 'Elternteil', 'Elternhaus', 'Eltern-Haus', 'Erziehungsberechtigte', 'die Erziehungsberechtigten', 'Personensorgeberechtigte',
      'Sorgerechtsinhaber', 'Amtsvormund', 'Amtsvormundschaft Kreis Nord', 'Vormünderin Frau Weiß', 'Jugendamt Nord, Vormundschaften', 'Ergänzungspflegerin', 'parents', 'her mother', 'мама', 'Baba',
      'Familie Karimi', 'Fam. Karimi', 'FAMILIE KARIMI', 'Familie von Leyla', 'Familie', 'ihre Familie', 'Eheleute Karimi', 'Angehörige', 'Frau Karimi', 'Herr und Frau Karimi', 'Karimi',
    ])('„%s“ are her parents', (name) => {
      expect(leyla().outcome(name)).toEqual(shielded);
    });

    it.each([
      'Familienkasse', 'Familienkasse Niedersachsen', 'Jugendamt', 'Amt für Jugend und Familie', 'Amt für Familie, Jugend und Soziales', 'Familienberatungsstelle', 'Ehe-, Familien- und Lebensberatung', 'Familiengericht',
      'Vormundschaftsgericht', 'Muttersprachlicher Dienst', 'Mutter-Kind-Haus Nord', 'Mütterzentrum', 'Väterzentrum e. V.', 'Elternberatung', 'Eltern-Kind-Zentrum', 'Elterngeldstelle', 'Herbergseltern Kiel', 'Tagesmutter Frau Berg',
      'Frau Karimi, Jobcenter', 'Dr. Karimi, Zahnarztpraxis', 'Amir Karimi', 'Tante Karimi', 'Familie Schulz', 'Gastfamilie', 'Oma', 'Frau Berger', 'Betreuerin der Wohngruppe', 'Pflegedienst', 'Papageienschule', 'Anne Vatter', 'Mammografie-Praxis',
    ])('„%s“ are not', (name) => {
      expect(leyla().outcome(name)).toEqual(allowed);
    });

    it('somebody who is called like her is not her mother where the institution says so', () => {
      const { file, release, school } = leyla();
      file.answer('institution.name', 'Jobcenter Nord', school);
      file.answer('release.recipient', school, release);
      const said = { 'disclosure.basis': 'release', 'disclosure.release': release, 'disclosure.recipient': school, 'disclosure.recipient_name': 'Frau Karimi', 'disclosure.date': '2026-03-02' };
      expect(decideDisclosure(file, said, today)).toEqual(allowed);
    });

    it('an institution that has custody is known by its name, too, and by whom one talks to there', () => {
      const { file, school, outcome } = leyla();
      file.answer('institution.name', 'Berger Kreis Nord', school);
      file.answer('institution.contact_person', 'Sabine Holm', school);
      expect(outcome('Berger Kreis Nord')).toEqual(allowed);
      file.answer('institution.type', 'guardian', school);
      for (const name of ['Berger Kreis Nord', 'berger, kreis nord', 'Büro Berger Kreis Nord', 'Frau Holm', 'Sabine Holm']) expect(outcome(name)).toEqual(shielded);
      expect(outcome('Jugendamt Kreis Nord')).toEqual(allowed);
      file.answer('institution.name', 'Jugendamt Süd', school);
      expect(outcome('Jugendamt')).toEqual(allowed);
    });

    it('a talk only parents were at is told to nobody on it', () => {
      const { file, said } = spokenFor({ 'contact.participants': ['parents_guardians', 'interpreter'] });
      expect(decideDisclosure(file, said, today)).toEqual(allowed);
      file.answer('consent.parents_may_be_informed', 'no');
      expect(decideDisclosure(file, said, today)).toEqual(shielded);
    });

    it('no paper and no copy leaves for them, and no other disclosure is turned to them', () => {
      const { file, to } = withGuardian('yes');
      const entry = file.add('disclosure');
      for (const [field, value] of Object.entries(to('Leyla Haddad', { 'disclosure.means': 'print' }))) file.answer(field, value, entry);
      file.write('disclosure.content', 'Plan', entry);
      expect(decideLeaving(file, entry, ['print'], today)).toEqual(allowed);
      file.answer('consent.parents_may_be_informed', 'no');
      expect(decideLeaving(file, entry, ['print'], today)).toEqual(shielded);
      expect(keepBasis(file, [{ entry, field: 'disclosure.recipient_name', value: 'Mutter' }], today)).toEqual(shielded);
    });
  });

  it('by release ends with the consent; what the law demands does not', () => {
    const { file, said } = withRelease();
    file.answer('consent.data_processing_status', 'withdrawn');
    expect(decideDisclosure(file, said, today)).toEqual(refused);
    expect(decideDisclosure(file, { 'disclosure.basis': 'child_protection_law' }, today)).toEqual(allowed);
  });

  it('is entered whole or not at all', () => {
    const { file, said } = withRelease();
    const wish = { ...file, caseState: file.caseState, person: file.person, entry: fresh, group: 'disclosure', parent: null, texts: { 'disclosure.content': 'Fehlzeiten' }, today };
    expect(decideEnter({ ...wish, answers: said }).ok).toBe(true);
    expect(decideEnter({ ...wish, answers: { ...said, 'disclosure.date': '2026-01-31' } })).toEqual(refused);
    expect(decideEnter({ ...wish, answers: {} })).toEqual(refused);
  });

  it('says who gets it and what, whatever its basis', () => {
    const file = consentedFile(today);
    const wish = { ...file, caseState: file.caseState, person: file.person, entry: fresh, group: 'disclosure', parent: null, today };
    const told = { 'disclosure.content': 'Fehlzeiten' };
    const missing = (reason: RegExp) => ({ ok: false, error: { type: 'AnswerInvalid', reason: expect.stringMatching(reason) as string } });
    for (const basis of ['child_protection_law', 'emergency', 'court_order', 'anonymous_consultation']) {
      const answers = { 'disclosure.basis': basis, 'disclosure.recipient_name': 'Polizei' };
      expect(decideEnter({ ...wish, answers, texts: told }).ok).toBe(true);
      expect(decideEnter({ ...wish, answers: { ...answers, 'disclosure.recipient_name': '  ' }, texts: told })).toEqual(missing(/wer es bekommt/));
      expect(decideEnter({ ...wish, answers: { 'disclosure.basis': basis, 'disclosure.recipient_name': { special: 'unknown' } }, texts: told })).toEqual(missing(/wer es bekommt/));
      expect(decideEnter({ ...wish, answers, texts: { 'disclosure.content': ' ' } })).toEqual(basis === 'anonymous_consultation' ? expect.objectContaining({ ok: true }) : missing(/was weitergegeben/));
    }
    const entry = file.add('disclosure');
    file.answer('disclosure.basis', 'court_order', entry);
    file.answer('disclosure.recipient_name', 'Polizei', entry);
    expect(keepBasis(file, [{ entry, field: 'disclosure.recipient_name', value: null }], today)).toEqual(missing(/wer es bekommt/));
  });

  it('does not lose its basis by a later answer', () => {
    const { file, said } = withRelease();
    const entry = file.add('disclosure');
    for (const [field, value] of Object.entries(said)) file.answer(field, value, entry);
    expect(keepBasis(file, [{ entry, field: 'disclosure.basis', value: null }], today)).toEqual(refused);
    expect(keepBasis(file, [{ entry, field: 'disclosure.told_before', value: 'yes' }], today)).toEqual(allowed);
    expect(keepBasis(file, [{ entry, field: 'disclosure.release', value: null }, { entry, field: 'disclosure.basis', value: 'court_order' }], today)).toEqual(allowed);
  });
});

describe('a paper or a copy for somebody else', () => {
  function disclosed(means: string | null, on = '2026-03-02'): { readonly file: TestFile; readonly entry: EntryId; readonly release: EntryId } {
    const { file, said, release } = withRelease();
    const entry = file.add('disclosure');
    for (const [field, value] of Object.entries({ ...said, 'disclosure.date': on })) file.answer(field, value, entry);
    file.answer('disclosure.means', means, entry);
    file.write('disclosure.content', 'Fehlzeiten', entry);
    return { file, entry, release };
  }

  it('leaves with a disclosure of today made for this way', () => {
    const { file, entry } = disclosed('print');
    expect(decideLeaving(file, entry, ['print', 'letter'], today)).toEqual(allowed);
  });

  it.each([
    ['made for a talk', 'talk', '2026-03-02'],
    ['that says no way', null, '2026-03-02'],
    ['of yesterday', 'print', '2026-03-01'],
  ])('stays with one %s', (_name, means, on) => {
    const { file, entry } = disclosed(means, on);
    expect(decideLeaving(file, entry, ['print', 'letter'], today)).toEqual(refused);
  });

  it('stays when there is none, it was taken away, or its release was taken back since', () => {
    const { file, entry, release } = disclosed('print');
    expect(decideLeaving(file, fresh, ['print'], today)).toEqual(refused);
    file.answer('release.withdrawn_on', '2026-03-02', release);
    expect(decideLeaving(file, entry, ['print'], today)).toEqual(refused);
    const { file: other, entry: taken } = disclosed('print');
    other.retire(taken);
    expect(decideLeaving(other, taken, ['print'], today)).toEqual(refused);
  });

  it('stays where nobody said what it is, and where the consultation was without her name', () => {
    const { file, entry } = disclosed('export');
    file.write('disclosure.content', '', entry);
    expect(decideLeaving(file, entry, ['export'], today).ok).toBe(false);
    const { file: other, entry: nameless } = disclosed('export');
    expect(decideLeaving(other, nameless, ['export'], today)).toEqual(allowed);
    other.answer('disclosure.basis', 'anonymous_consultation', nameless);
    expect(decideLeaving(other, nameless, ['export'], today)).toEqual(refused);
  });
});
