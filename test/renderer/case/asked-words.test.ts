/** What is typed into a question about a file outlives a lock, for its author alone. */
import { expect, it } from 'vitest';
import { askedBefore, askedWords, endAsked, SentenceWords } from '../../../renderer/office/case/acts/asked-words.svelte.ts';
import { hasHeldWords } from '../../../renderer/office/held-words.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { RecordId, UserId } from '../../../shared/domain/ids.ts';

const today = IsoDay.parse('2026-07-01');
const caseId = RecordId.parse('0197c000000070008000000000000001');
const fileOf = (user: string) => ({ caseId, session: { user: { id: UserId.parse(user) }, today } }) as unknown as Parameters<typeof askedBefore>[0];
const mira = fileOf('019c70000000700080000000000000a1');
const other = fileOf('019c70000000700080000000000000a2');
const words = (file: typeof mira): SentenceWords => askedWords(file, { kind: 'resume' }, () => new SentenceWords(today));

it('is in front of its author again after a lock, and of nobody else', () => {
  words(mira).text = 'Sie hat wieder angerufen';
  expect(hasHeldWords()).toBe(true);
  expect(askedBefore(other)).toBeNull();
  expect(words(other).text).toBe('');
  endAsked(other);
  expect(askedBefore(mira)).toEqual({ kind: 'resume' });
  expect(words(mira).text).toBe('Sie hat wieder angerufen');
});

it('is gone once it was answered or given up', () => {
  endAsked(mira);
  expect(askedBefore(mira)).toBeNull();
  expect(words(mira).text).toBe('');
  expect(hasHeldWords()).toBe(false);
});
