import { beforeEach, describe, expect, it } from 'vitest';
import { commandsOf, commandTexts } from '../../../renderer/office/frame/commands.ts';
import { keyGroups } from '../../../renderer/office/frame/keys.ts';
import { shortcutOf } from '../../../renderer/office/frame/shortcuts.ts';
import { hrefs } from '../../../renderer/office/router.ts';
import { dismissAll, toasts } from '../../../renderer/ui/toast.svelte.ts';
import { UserId } from '../../../shared/domain/ids.ts';
import { windowCommands } from '../../../shared/rpc/shell.contract.ts';
import type { Role } from '../../../shared/rpc/session.views.ts';

function windowOf(role: Role, readOnly = false) {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const commands = commandsOf({
    app: { client: { cases: { create: () => new Promise(note('create')) } }, lock: async () => void done.push('lock') } as never,
    session: { user: { id: UserId.parse('a'.repeat(32)), displayName: 'Uta Reiher', role }, readOnly },
    search: note('search'),
    openFile: note('openFile'),
    showKeys: note('showKeys'),
    contact: note('contact'),
    go: (href) => void done.push(href),
  });
  return { done, commands };
}

describe('commands of keys and menu', () => {
  beforeEach(dismissAll);

  it('every command of the menu does one thing, and says nothing', () => {
    const { done, commands } = windowOf('caseworker');
    for (const command of windowCommands) commands[command]();
    expect(done).toHaveLength(windowCommands.length);
    expect(done).toEqual(expect.arrayContaining(['create', 'search', 'lock', 'openFile', 'showKeys', hrefs.about, hrefs.administrationOf('aktualisierungen')]));
    expect(toasts.list).toEqual([]);
  });

  it.each(['new_case', 'new_contact', 'search', 'cases', 'worklist'] as const)('"%s" does nothing for who opens no cases, and says why', (command) => {
    const { done, commands } = windowOf('admin_office');
    commands[command]();
    expect(done).toEqual([]);
    expect(toasts.list.map(({ text }) => text)).toEqual([commandTexts.noCases]);
  });

  it('a new case is not begun in an office that only reads', () => {
    const { done, commands } = windowOf('head', true);
    commands.new_case();
    expect(done).toEqual([]);
    expect(toasts.list[0]?.text).toMatch(/^Nur lesen/);
  });
});

describe('keys', () => {
  const pressed = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it('F1 shows the overview; with another key held it belongs to the system', () => {
    expect(shortcutOf({ ...pressed, key: 'F1', code: 'F1' })).toBe('shortcuts');
    expect(shortcutOf({ ...pressed, key: 'F1', code: 'F1', altKey: true })).toBeNull();
    expect(shortcutOf({ ...pressed, key: 'F1', code: 'F1', ctrlKey: true })).toBeNull();
  });

  it('the overview names keys of the program only where there is a program', () => {
    const shown = (desktop: boolean) => keyGroups(desktop).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
    expect(shown(true)).toContain('Strg+N');
    expect(shown(false)).not.toContain('Strg+N');
    expect(new Set(shown(true)).size).toBe(shown(true).length);
  });
});
