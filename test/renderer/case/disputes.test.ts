import { describe, expect, it } from 'vitest';
import { mayDispute, openDispute } from '../../../renderer/office/case/disputes.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { entry, entryId, madeUpFile } from './made-up-file.ts';

const name = currentCatalogue.field('person.first_name') as Field;
const one = entry(entryId('1'), 'dispute');
const about = { [one.id]: { 'dispute.field': name.id, 'dispute.text': 'Ahmed', 'dispute.since': '2026-02-01' } };

describe('a statement that is disputed', () => {
  it('is known at its field until it is settled', () => {
    expect(openDispute(madeUpFile(about, [one]), '', name.id)?.id).toBe(one.id);
    expect(openDispute(madeUpFile({ [one.id]: { ...about[one.id], 'dispute.settled_on': '2026-03-01' } }, [one]), '', name.id)).toBe(undefined);
  });

  it('is not one of the same field in another entry', () => {
    expect(openDispute(madeUpFile(about, [one]), entryId('9'), name.id)).toBe(undefined);
  });

  it('can be disputed once, where there is something to dispute', () => {
    expect(mayDispute(madeUpFile({ '': { [name.id]: 'Ahmad' } }), '', name)).toBe(true);
    expect(mayDispute(madeUpFile({}), '', name)).toBe(false);
    expect(mayDispute(madeUpFile({ ...about, '': { [name.id]: 'Ahmad' } }, [one]), '', name)).toBe(false);
    expect(mayDispute(madeUpFile({ '': { [name.id]: 'Ahmad' } }, [], { consentGiven: false }), '', name)).toBe(false);
  });
});
