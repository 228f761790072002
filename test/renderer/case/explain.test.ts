import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { explainSave } from '../../../renderer/office/case/explain.ts';

it.each(['DISK_FULL', 'DISK_ERROR'])('%s stops all saving and says first that nothing was saved', (code) => {
  const { scope, locked, text } = explainSave(new ORPCError(code));

  expect([scope, locked]).toEqual(['outer', false]);
  expect(text).toMatch(/^Nicht gespeichert: /);
});

it('DISK_FULL says that the text stays in the form', () => {
  expect(explainSave(new ORPCError('DISK_FULL')).text).toContain('Der Text bleibt im Formular stehen.');
});

it.each(['ANSWER_INVALID', 'CONSENT_MISSING', 'HEALTH_CONSENT_MISSING', 'FIELD_UNKNOWN', 'ENTRY_UNKNOWN'])('%s is about one answer and holds up no other', (code) => {
  expect(explainSave(new ORPCError(code)).scope).toBe('field');
});

it('what nobody declared stops all saving, too, and is not told by its own message', () => {
  const { scope, text } = explainSave(new Error('Haddad, Amira'));

  expect(scope).toBe('outer');
  expect(text).not.toContain('Haddad');
});

it.each(['DISCLOSURE_WITHOUT_BASIS', 'CASE_NOT_ENDED', 'ROLE_NOT_ALLOWED'])('%s refuses one act, says what to do, and holds up no answer', (code) => {
  const { scope, text } = explainSave(new ORPCError(code));

  expect(scope).toBe('field');
  expect(text.length).toBeGreaterThan(40);
});
