import { describe, expect, it } from 'vitest';
import { presetLanguage, type Reader } from '../../../shared/languages/preset.ts';

const nobody: Reader = { chosen: null, firstLanguages: [], otherLanguages: [], script: null };
const everything = () => true;
const preset = (reader: Partial<Reader>, usable: Parameters<typeof presetLanguage>[1] = everything) => presetLanguage({ ...nobody, ...reader }, usable);

describe('the language papers come in by default', () => {
  it.each([
    ['ara', 'ar'],
    ['prs', 'prs'],
    ['haz', 'prs'],
    ['pes', 'fa'],
    ['kmr', 'kmr'],
    ['ckb', 'ckb'],
    ['tir', 'ti'],
    ['hrv', 'bs'],
    ['srp', 'bs'],
    ['bos', 'bs'],
  ])('is that of the first language: %s → %s', (first, code) => {
    expect(preset({ firstLanguages: [first] }).preset).toBe(code);
  });

  it('is what somebody chose in the file', () => {
    expect(preset({ chosen: 'fr', firstLanguages: ['ara'] })).toEqual({ preset: 'fr', why: 'So ist es in dieser Akte gewählt.' });
    expect(preset({ chosen: 'de', firstLanguages: ['ara'] }).preset).toBe('de');
  });

  it('is one whose script she reads', () => {
    expect(preset({ firstLanguages: ['kmr', 'ara'], script: 'other_script_only' }).preset).toBe('ar');
    expect(preset({ firstLanguages: ['ara', 'kmr'], script: 'latin' }).preset).toBe('kmr');
    expect(preset({ firstLanguages: ['ara'], script: 'latin' }).preset).toBe('ar');
    expect(preset({ firstLanguages: ['som'], otherLanguages: ['ara'], script: 'other_script_only' }).preset).toBe('ar');
  });

  it('is Einfaches Deutsch for who does not read yet, and where there is no translation', () => {
    expect(preset({ firstLanguages: ['ara'], script: 'not_literate' }).preset).toBe('de-simple');
    expect(preset({ firstLanguages: ['amh'] })).toEqual({ preset: 'de-simple', why: 'Für diese Sprachen und diese Schrift gibt es noch keine Übersetzung.' });
    expect(preset({ firstLanguages: ['som'], script: 'other_script_only' }).preset).toBe('de-simple');
    expect(preset({ firstLanguages: ['amh'] }, (code) => code === 'de').preset).toBe('de');
  });

  it('is a further language she reads where the first has no translation', () => {
    expect(preset({ firstLanguages: ['bam'], otherLanguages: ['fra'] })).toEqual({ preset: 'fr', why: 'Französisch gehört zu den weiteren Sprachen.' });
  });

  it('is German where German is spoken at home or nothing is known', () => {
    expect(preset({ firstLanguages: ['deu', 'tur'] }).preset).toBe('de');
    expect(preset({})).toEqual({ preset: 'de', why: 'Noch ist keine Erstsprache eingetragen.' });
  });

  it('is none the office may not use, and says so', () => {
    const german = (code: string) => code === 'de';
    expect(preset({ firstLanguages: ['ara'] }, german)).toEqual({ preset: 'de', why: 'Die Übersetzung „Arabisch“ ist noch nicht geprüft und im JMD nicht eingeschaltet.' });
    expect(preset({ chosen: 'ar' }, german)).toEqual({ preset: 'de', why: 'Gewählt ist „Arabisch“. Diese Übersetzung ist noch nicht geprüft und im JMD nicht eingeschaltet.' });
    expect(preset({ firstLanguages: ['ara', 'fra'] }, (code) => code === 'de' || code === 'fr').preset).toBe('fr');
  });
});
