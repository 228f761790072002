import { describe, expect, it } from 'vitest';
import { minPasswordLength } from '../../../shared/rpc/parts.ts';
import { codeGroups } from '../../../renderer/office/setup/code-groups.ts';
import { lands } from '../../../renderer/office/setup/choices.ts';
import { minLength, passwordWords } from '../../../renderer/office/setup/password-words.ts';

const names = ['amsel', 'Petra Amsel', 'JMD Nordheide'];

describe('a new password', () => {
  it('is as long as the core demands', () => {
    expect(minLength).toBe(minPasswordLength);
  });

  it.each([
    ['', 'empty'],
    ['kurz', 'short'],
    ['aaaaaaaaaaaa', 'guessable'],
    ['qwertzuiop', 'guessable'],
    ['1234567890', 'guessable'],
    ['Passwort123', 'guessable'],
    ['PetraAmsel1', 'guessable'],
    ['nordheide24', 'guessable'],
    ['Kranich7Moos', 'fair'],
    ['Leuchtturm Kartoffel Dienstag', 'good'],
  ])('%j is %s', (password, level) => {
    expect(passwordWords(password, names).level).toBe(level);
  });
});

it.each([
  ['7K3M-AB2C-QQ11', ['7K3M', 'AB2C', 'QQ11']],
  ['7K3M AB2C', ['7K3M', 'AB2C']],
  ['7K3MAB2CQ', ['7K3M', 'AB2C', 'Q']],
])('the code %s is shown in groups', (code, groups) => {
  expect(codeGroups(code)).toEqual(groups);
});

it('offers all sixteen Länder by their official key', () => {
  expect(lands.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, (_, at) => String(at + 1).padStart(2, '0')));
});
