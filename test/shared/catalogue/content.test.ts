import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { land } from '../../../shared/catalogue/code-lists/land.ts';
import { birthField } from '../../../shared/catalogue/condition.ts';

const { fields, definition } = currentCatalogue;
const everyText = [
  ...definition.headings.map((h) => h.title),
  ...definition.sections.flatMap((s) => [s.title, s.help ?? '', ...(s.groups ?? []).flatMap((g) => [g.label, g.labelPlural])]),
  ...fields.flatMap((f) => [f.label, f.help ?? '', f.pattern?.hint ?? '']),
  ...definition.codeLists.flatMap((list) => list.codes.map((c) => c.label)),
  ...definition.rules.map((rule) => rule.text),
];

/** Left column of the word list in corrections.md; whole words, because "Wohnheim" and "Personensorgeberechtigte" are right. */
const wordsToAvoid = [
  'schließen',
  'geschlossen',
  'wieder öffnen',
  'Extrakt',
  'Auszug',
  'approve',
  'quittiert',
  'Büro',
  'Collector',
  'Treuhand',
  'Cell Key',
  'Rauschen',
  'Trainingsbüro',
  'Recovery sheet',
  'rehearsal',
  'Erasure report',
  'private Notiz',
  'Datenschutzregime',
  '(?<!Richtigkeit )bestritten',
  'Sorgeberechtigte',
  'gesperrt',
  'Schulverweigerung',
  'Heim',
  'Lehre',
  'Schritt',
  'Trauma',
  'nicht fähig',
];

describe('edition 2026.2', () => {
  it('has a label, a type, an anonymisation rule, a monitoring mark and a number for every field', () => {
    for (const field of fields) {
      expect(field.label.trim(), field.id).not.toBe('');
      expect(field.type, field.id).toBeTruthy();
      expect(field.anonymisation, field.id).toBeTruthy();
      expect(typeof field.monitoring, field.id).toBe('boolean');
      expect(field.number, field.id).toBeGreaterThan(0);
    }
  });

  it.each(definition.sections.map((section) => [section.id, section] as const))(
    'gives no label twice in section %s',
    (_id, section) => {
      const labels = section.fields.map((field) => field.label);
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    },
  );

  it('uses every code list it ships', () => {
    const used = new Set(fields.map((field) => field.codeList));
    expect(definition.codeLists.map((list) => list.id).filter((id) => !used.has(id))).toEqual([]);
  });

  it.each(definition.codeLists.map((list) => [list.id, list] as const))('gives no label twice in the list %s', (_id, list) => {
    const labels = list.codes.map((code) => code.label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    expect(list.source).not.toBe('');
  });

  it.each(wordsToAvoid)('never says "%s"', (word) => {
    const whole = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}])`, 'iu');
    expect(everyText.filter((text) => whole.test(text))).toEqual([]);
  });

  it('says every special answer in one way: no list has a code for "unbekannt" or "keine Angabe" of its own', () => {
    const labels = definition.codeLists.flatMap((list) => list.codes.map((code) => code.label));
    expect(labels.filter((label) => ['unbekannt', 'keine Angabe', 'nicht gefragt'].includes(label))).toEqual([]);
  });

  it('keeps names, address and ways to reach her on the person card and all else in the case file', () => {
    const card = fields.filter((field) => field.record === 'person').map((field) => field.id);
    expect(card.sort()).toEqual(
      [
        'person.last_name',
        'person.first_name',
        'person.single_name',
        'person.call_name',
        'person.other_spellings',
        'person.salutation',
        'person.address_form',
        'person.street',
        'person.postal_code',
        'person.city',
        'person.address_country',
        'person.address_secret',
        'person.phone',
        'person.phone_2',
        'person.phone_shared',
        'person.email',
        'person.preferred_channel',
        'person.contact_limits',
        'person.safe_contact',
        'appointment.date',
        'appointment.time',
        'appointment.staff',
        'appointment.place',
        'appointment.status',
        'guardian.relation',
        'guardian.name',
        'guardian.phone',
        'guardian.email',
        'guardian.address',
      ].sort(),
    );
  });

  it('keeps nothing of a free text and no name when a case is anonymised', () => {
    const texts = fields.filter((field) => field.type === 'text' || field.type === 'longtext');
    expect(texts.filter((field) => field.anonymisation !== 'delete').map((field) => field.id)).toEqual([
      'person.postal_code',
      'person.district_code',
    ]);
  });

  it('never counts the residence status', () => {
    for (const id of [
      'person.residence_status',
      'person.residence_valid_until',
      'person.asylum_procedure',
      'person.work_permit',
    ]) {
      expect(currentCatalogue.field(id)?.monitoring).toBe(false);
    }
  });

  it('knows the fields that program code names', () => {
    const named = [
      birthField,
      'case.case_number',
      'case.caseworker_id',
      'case.support_form',
      'case.counselling_end',
      'case.cm_end',
      'evaluation.end_reason',
      'evaluation.destination',
      'consent.data_processing_status',
      'person.last_name',
      'person.first_name',
      'person.call_name',
      'integration_plan.jmd_contribution',
      'integration_plan.next_review',
      'goal.area',
      'goal.description',
      'goal.attainment',
      'subgoal.description',
      'subgoal.attainment',
      'action_step.task',
      'action_step.responsible',
      'action_step.responsible_name',
      'action_step.institution',
      'action_step.due_date',
      'action_step.status',
    ];
    expect(named.filter((id) => currentCatalogue.field(id) === undefined)).toEqual([]);
  });
});

describe('the country list', () => {
  // domain.md §3.1, checked examples of the Staats- und Gebietssystematik.
  it.each([
    ['000', 'Deutschland'],
    ['121', 'Albanien'],
    ['122', 'Bosnien und Herzegowina'],
    ['144', 'Nordmazedonien'],
    ['150', 'Kosovo'],
    ['160', 'Russische Föderation'],
    ['163', 'Türkei'],
    ['166', 'Ukraine'],
    ['170', 'Serbien'],
    ['224', 'Eritrea'],
    ['225', 'Äthiopien'],
    ['261', 'Guinea'],
    ['273', 'Somalia'],
    ['423', 'Afghanistan'],
    ['430', 'Georgien'],
    ['432', 'Vietnam'],
    ['438', 'Irak'],
    ['445', 'Jordanien'],
    ['451', 'Libanon'],
    ['461', 'Pakistan'],
    ['475', 'Syrien'],
    ['997', 'staatenlos'],
    ['998', 'ungeklärt'],
    ['999', 'ohne Angabe'],
  ])('knows %s as %s', (code, label) => {
    expect(currentCatalogue.codeLabel('country', code)).toBe(label);
  });

  it('is complete: every state of the key, each with three digits, no former state', () => {
    const codes = currentCatalogue.codes('country').map((c) => c.code);
    expect(codes).toHaveLength(203);
    expect(codes.every((code) => /^\d{3}$/.test(code))).toBe(true);
    for (const former of ['120', '132', '133', '138', '159', '162', '276', '910']) expect(codes).not.toContain(former);
  });
});

describe('the languages', () => {
  it.each([
    ['prs', 'Dari'],
    ['pes', 'Farsi (Iran)'],
    ['kmr', 'Kurmancî (Kurdisch)'],
    ['ckb', 'Sorani (Kurdisch)'],
    ['tir', 'Tigrinya'],
    ['ukr', 'Ukrainisch'],
  ])('know %s as %s', (code, label) => {
    expect(currentCatalogue.codeLabel('language', code)).toBe(label);
  });

  it('have three letters each', () => {
    expect(currentCatalogue.codes('language').every((c) => /^[a-z]{3}$/.test(c.code))).toBe(true);
    expect(currentCatalogue.codes('language').length).toBeGreaterThan(80);
  });
});

describe('the Länder', () => {
  it('are sixteen, from 01 to 16', () => {
    expect(land.codes.map((c) => c.code)).toEqual(Array.from({ length: 16 }, (_, i) => String(i + 1).padStart(2, '0')));
  });
});

describe('what must not be counted or known too early', () => {
  it('is every health field: with its own consent only, never counted, searched or kept beyond the file', () => {
    const health = fields.filter((field) => field.id.startsWith('health.'));
    expect(health).toHaveLength(7);
    for (const { id, needs, monitoring, searched, anonymisation } of health) {
      expect({ id, needs, monitoring, searched: searched ?? false, anonymisation }).toEqual({
        id,
        needs: 'health_consent',
        monitoring: false,
        searched: false,
        anonymisation: 'delete',
      });
    }
  });

  it('is every field of the section on child protection: readers of its own, never counted, searched or due', () => {
    const protection = currentCatalogue.section('KS')?.fields ?? [];
    expect(protection.length).toBeGreaterThan(5);
    expect(protection.filter((field) => field.readers !== 'child_protection' || field.monitoring)).toEqual([]);
    expect(protection.filter((field) => field.searched !== undefined || field.due !== undefined)).toEqual([]);
  });

  it('is a name or free text: before consent only codes, numbers, days, people of the JMD, entries of the file, and the time of an appointment', () => {
    const before = fields.filter((field) => field.beforeConsent === true);
    const types = new Set(before.filter((field) => field.id !== 'appointment.time').map((field) => field.type));
    expect([...types].sort()).toEqual(['automatic', 'boolean', 'choice', 'date', 'integer', 'multichoice', 'reference', 'staff']);
  });
});

describe('the field catalogue of the programme', () => {
  it('is there, every row that belongs to a case', () => {
    // 192 is the Arbeitsnotiz, a record of its own; 194 and 195 are counted without a file.
    const rows = Array.from({ length: 206 }, (_, index) => index + 1).filter((row) => ![192, 194, 195].includes(row));
    const numbers = new Set(fields.map((field) => field.number));
    // Two dates, numbers or parents in one row are two fields; the second has a number of its own.
    expect(rows.filter((row) => !numbers.has(row))).toEqual([]);
  });

  it('stands in the order of the form', () => {
    expect(definition.sections.map((section) => section.id)).toEqual([
      '1.1',
      '1.2',
      '2.1',
      '2.2.1',
      '2.2.2',
      '2.2.3',
      '2.2.4',
      '2.2.5.1',
      '2.2.5.2',
      '3.1',
      '3.2',
      '4',
      '5',
      'K',
      'IK',
      'T',
      'A',
      'KS',
      'R',
      'RE',
    ]);
  });
});
