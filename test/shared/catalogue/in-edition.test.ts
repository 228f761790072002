import { describe, expect, it } from 'vitest';
import { emptiedNames, inEdition, textNameOf, valueInEdition } from '../../../shared/catalogue/in-edition.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { isShown } from '../../../shared/cases/field-scope.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { IntentBody } from '../../../shared/history/intent.ts';
import type { RecordState } from '../../../shared/history/state.ts';
import { changed, takenBack } from '../../support/other-editions.ts';
import { consentedFile, day, type TestFile } from '../cases/test-file.ts';

const today = day('2026-02-03');
const fieldOf = (catalogue: typeof changed, id: string): Field => {
  const field = catalogue.field(id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
};
const valuesOf = (state: RecordState, field: string) => state.answers['']?.[field]?.map(({ value }) => value);

/** Answers straight into the history, as a PC with another edition does. */
function said(file: TestFile, field: string, value: string | string[] | null, base: readonly string[] = []): void {
  file.append('case', { type: 'answer', entry: null, field, value, base: [...base] } as IntentBody);
}

describe('a file read in an edition', () => {
  it('is the same object where nothing in it had another name', () => {
    const { caseState } = consentedFile(today);
    expect(inEdition(currentCatalogue, caseState)).toBe(caseState);
    expect(inEdition(changed, caseState)).toBe(caseState);
  });

  it('says under the new name and code what was said under the former ones', () => {
    const file = consentedFile(today);
    said(file, 'housing.type', 'shared_flat');
    const read = inEdition(changed, file.caseState);
    expect(valuesOf(read, 'housing.kind')).toEqual(['flat_share']);
    expect(read.answers['']?.['housing.type']).toBeUndefined();
    expect(file.caseState.answers['']?.['housing.type']).toHaveLength(1);
  });

  it('lets special answers and codes of no edition be', () => {
    expect(valueInEdition(changed, fieldOf(changed, 'housing.kind'), { special: 'unknown' })).toEqual({ special: 'unknown' });
    expect(valueInEdition(changed, fieldOf(changed, 'housing.kind'), 'castle')).toBe('castle');
    expect(valueInEdition(changed, fieldOf(changed, 'case.gender'), 'w')).toBe('w');
  });

  it('shows both where two PCs with two editions answered apart from each other, its own name first', () => {
    const file = consentedFile(today);
    said(file, 'housing.type', 'own_flat');
    said(file, 'housing.kind', 'flat_share');
    expect(valuesOf(inEdition(changed, file.caseState), 'housing.kind')).toEqual(['flat_share', 'own_flat']);
    expect(valuesOf(inEdition(takenBack, file.caseState), 'housing.type')).toEqual(['own_flat', 'shared_flat']);
  });

  it('has no answer where each name was taken back', () => {
    const file = consentedFile(today);
    said(file, 'housing.type', null);
    said(file, 'housing.kind', null);
    expect(valuesOf(inEdition(changed, file.caseState), 'housing.kind')).toEqual([null]);
  });

  it('puts two long texts one below the other until somebody makes one of them', () => {
    const file = consentedFile(today);
    file.write('evaluation.outlook', 'Auf dem einen PC.');
    expect(textNameOf(fieldOf(changed, 'evaluation.prospects'), file.caseState, null)).toBe('evaluation.outlook');
    const other = consentedFile(today, changed);
    other.write('evaluation.prospects', 'Auf dem anderen.');
    const both: RecordState = { ...file.caseState, texts: { '': { ...file.caseState.texts[''], ...other.caseState.texts[''] } } };
    const text = inEdition(changed, both).texts['']?.['evaluation.prospects'];
    expect(text?.text).toBe('Auf dem anderen.\n\nAuf dem einen PC.');
    expect(text?.heads).toHaveLength(2);
    expect(textNameOf(fieldOf(changed, 'evaluation.prospects'), both, null)).toBe('evaluation.prospects');
  });
});

describe('an answer to a renamed field', () => {
  it('empties the former name of what its author saw, and of nothing else', () => {
    const file = consentedFile(today);
    said(file, 'housing.type', 'own_flat');
    said(file, 'housing.type', 'relatives');
    const [seen, unseen] = file.caseState.answers['']?.['housing.type'] ?? [];
    if (seen === undefined || unseen === undefined) throw new Error('two statements expected');
    const body = { type: 'answer', entry: null, field: 'housing.kind', value: 'flat_share', base: [seen.intent] } as const;
    expect(emptiedNames(changed, file.caseState, [{ ...body, base: [...body.base] }])).toEqual([
      body,
      { type: 'answer', entry: null, field: 'housing.type', value: null, base: [seen.intent] },
    ]);
  });

  it('leaves all other intents as they are, and everything in an edition without former names', () => {
    const file = consentedFile(today);
    said(file, 'housing.type', 'own_flat');
    const base = (file.caseState.answers['']?.['housing.type'] ?? []).map(({ intent }) => intent);
    const other: IntentBody = { type: 'answer', entry: null, field: 'case.gender', value: 'w', base: [] };
    expect(emptiedNames(changed, file.caseState, [other])).toEqual([other]);
    const bodies: readonly IntentBody[] = [{ type: 'answer', entry: null, field: 'housing.type', value: 'friends', base }];
    expect(emptiedNames(currentCatalogue, file.caseState, bodies)).toBe(bodies);
  });
});

describe('what has retired', () => {
  const retired = fieldOf(changed, 'education.compulsory_schooling_done');

  it('is on the form only where something is in it, is no gap and takes nothing but being taken back', () => {
    const file = consentedFile(today, changed);
    file.answer('case.support_form', 'case_management');
    const scope = () => ({ catalogue: changed, answers: file.answers, entry: null, today });
    expect(isShown(retired, scope())).toBe(false);
    expect(caseProgress(changed, file.answers, today).gaps.map(({ field }) => field)).not.toContain(retired.id);
    expect(file.answer(retired.id, true)).toMatchObject({ ok: false, error: { type: 'AnswerInvalid' } });
    file.append('case', { type: 'answer', entry: null, field: retired.id, value: true, base: [] });
    expect(isShown(retired, scope())).toBe(true);
    expect(file.answer(retired.id, null).ok).toBe(true);
    expect(isShown(retired, scope())).toBe(false);
  });

  it('as a code is kept where it was chosen and chosen nowhere else', () => {
    const file = consentedFile(today, changed);
    expect(file.answer('housing.kind', 'friends')).toMatchObject({ ok: false, error: { type: 'AnswerInvalid' } });
    said(file, 'housing.kind', 'friends');
    expect(file.answer('housing.kind', 'friends').ok).toBe(true);
    expect(changed.codeLabel('housing_type', 'friends')).toBe('bei Bekannten');
  });
});
