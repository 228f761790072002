import { describe, expect, it } from 'vitest';
import { withdrawable } from '../../../../renderer/office/case/acts/withdrawals.ts';
import { entry, entryId, madeUpFile } from '../made-up-file.ts';

const school = entry(entryId('1'), 'release');
const over = entry(entryId('2'), 'release');

describe('what can be withdrawn', () => {
  it('is only what was given', () => {
    expect(withdrawable(madeUpFile({}, [], { consentGiven: false }))).toEqual([]);
  });

  it('is each consent by itself, and each release that was not taken back', () => {
    const said = {
      '': { 'consent.case_management_agreed': true },
      [school.id]: { 'release.recipient_name': 'Berufsschule', 'release.date': '2026-02-03' },
      [over.id]: { 'release.recipient_name': 'Jobcenter', 'release.withdrawn_on': '2026-02-20' },
    };
    const list = withdrawable(madeUpFile(said, [school, over], { healthConsentGiven: true }));
    expect(list.map(({ what, entry: of }) => [what, of])).toEqual([
      ['data_processing', null],
      ['health_data', null],
      ['case_management', null],
      ['release', school.id],
    ]);
    expect(list[3]?.label).toBe('Schweigepflichtentbindung: Berufsschule vom 03.02.2026');
  });
});
