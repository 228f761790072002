/** Smaller parts of the shell: spelling, the menu over text, crashes of main itself, its own folder. */
import type { WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noteOwnFailures } from '../../electron/crashes.ts';
import { offerTextMenu } from '../../electron/menu.ts';
import { shellFolder } from '../../electron/settle-folder.ts';
import { setSpelling } from '../../electron/spelling.ts';
import { FakeContents, FakeSession, forget, menus, shown, type Item } from './fake-electron.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));
beforeEach(forget);

describe('spelling', () => {
  const nowhere = 'lotse://no-dictionaries/';
  it.each<[NodeJS.Platform, readonly string[], object]>([
    ['win32', ['de', 'de-DE', 'en-US'], { enabled: true, languages: ['de-DE'], downloads: nowhere }],
    ['win32', ['de', 'en-US'], { enabled: true, languages: ['de'], downloads: nowhere }],
    ['win32', ['en-US'], { enabled: true, downloads: nowhere }],
    ['darwin', [], { enabled: true, downloads: nowhere }],
    ['linux', ['de-DE'], { enabled: false, downloads: nowhere }],
  ])('on %s with %j is %j, and no dictionary comes from the network', (platform, languages, expected) => {
    const session = new FakeSession('');
    session.availableSpellCheckerLanguages = [...languages];
    setSpelling(session as never, platform);
    expect(session.spelling).toEqual(expected);
  });
});

describe('the menu over text', () => {
  const editFlags = { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
  const plain = { isEditable: true, editFlags, selectionText: '', misspelledWord: '', dictionarySuggestions: [] as string[], formControlType: 'text-area' };

  function menuFor(params: Partial<typeof plain>, contents = new FakeContents({})): readonly Item[] | null {
    offerTextMenu(contents as unknown as WebContents);
    contents.emit('context-menu', {}, { ...plain, ...params });
    return menus.popup;
  }
  const labels = (items: readonly Item[] | null) => items?.flatMap(({ label, enabled }) => (label === undefined ? [] : [enabled === false ? `(${label})` : label]));

  it('offers in a field what can be done now', () => {
    expect(labels(menuFor({}))).toEqual(['Rückgängig', '(Wiederholen)', 'Ausschneiden', 'Kopieren', 'Einfügen', 'Alles auswählen']);
  });

  it('offers words for a misspelt one, and none to teach: no name gets into a dictionary of the system', () => {
    const contents = new FakeContents({});
    const items = menuFor({ misspelledWord: 'Aufenhalt', dictionarySuggestions: ['Aufenthalt', 'a', 'b', 'c', 'd', 'e'] }, contents);
    expect(labels(items)?.slice(0, 6)).toEqual(['Aufenthalt', 'a', 'b', 'c', 'd', 'Rückgängig']);
    expect(labels(items)?.join(' ')).not.toMatch(/Wörterbuch/);
    items?.[0]?.click?.();
    expect(contents.done).toEqual(['replace Aufenthalt']);
    expect(labels(menuFor({ misspelledWord: 'Xyz' }))?.[0]).toBe('(Kein Vorschlag)');
  });

  it('copies nothing out of a password', () => {
    expect(labels(menuFor({ formControlType: 'input-password' }))).toContain('(Kopieren)');
  });

  it('copies marked text, and is not there over anything else', () => {
    expect(labels(menuFor({ isEditable: false, selectionText: 'Amina' }))).toEqual(['Kopieren']);
    menus.popup = null;
    expect(menuFor({ isEditable: false, selectionText: '  ' })).toBeNull();
  });
});

describe('a failure of main itself', () => {
  it('is noted without its words, said once, and ends nothing', () => {
    const before = new Set(process.listeners('uncaughtException'));
    const rejections = new Set(process.listeners('unhandledRejection'));
    const notes: string[] = [];
    noteOwnFailures((line) => notes.push(line));
    const [failed] = process.listeners('uncaughtException').filter((listener) => !before.has(listener));
    const [rejected] = process.listeners('unhandledRejection').filter((listener) => !rejections.has(listener));
    failed?.(new TypeError('Amina Yıldız'), 'uncaughtException');
    rejected?.(new RangeError('Amina Yıldız'), Promise.resolve());
    if (failed !== undefined) process.off('uncaughtException', failed);
    if (rejected !== undefined) process.off('unhandledRejection', rejected);
    expect(notes.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['MAIN_FAILED TypeError', 'MAIN_REJECTED RangeError']);
    expect(notes.join(' ')).not.toMatch(/Amina/);
    expect(shown).toHaveLength(1);
  });
});

describe('the folder of the shell', () => {
  it('does not travel with the profile, and lies beside the cases, never among them', () => {
    expect(shellFolder('win32', { LOCALAPPDATA: '/local' }, '/roaming')).toMatch(/^.local.Lotse-Programm$/);
    expect(shellFolder('win32', {}, '/roaming')).toMatch(/^.roaming.Lotse-Programm$/);
    expect(shellFolder('darwin', {}, '/Library/Application Support')).toMatch(/Lotse-Programm$/);
    expect(shellFolder('linux', {}, '/home/petra/.config')).toBeNull();
  });
});
