import { describe, expect, it } from 'vitest';
import { menuOf, type Entry } from '../../electron/menu-items.ts';
import { shortcutOf } from '../../renderer/office/frame/shortcuts.ts';
import { windowCommands } from '../../shared/rpc/shell.contract.ts';

const systems = [true, false].flatMap((mac) => [true, false].map((packaged) => ({ mac, packaged })));

function entriesOf(system: { readonly mac: boolean; readonly packaged: boolean }): readonly Entry[] {
  return menuOf(system).flatMap(({ entries }) => entries);
}

/** The key press that `CmdOrCtrl+K` or `Alt+1` stands for. */
function press(keys: string): Parameters<typeof shortcutOf>[0] {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return { key: key.toLowerCase(), code: /\d/.test(key) ? `Digit${key}` : `Key${key}`, ctrlKey: parts.includes('CmdOrCtrl'), metaKey: false, altKey: parts.includes('Alt'), shiftKey: false };
}

describe('the menu', () => {
  it('is German, in the order people know', () => {
    expect(menuOf({ mac: false, packaged: true }).map(({ label }) => label)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Hilfe']);
    expect(menuOf({ mac: true, packaged: true }).map(({ label }) => label)).toEqual(['Lotse', 'Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe']);
  });

  it.each(systems)('has every command of the window once (%j)', (system) => {
    expect(entriesOf(system).flatMap((entry) => ('command' in entry ? [entry.command] : [])).sort()).toEqual([...windowCommands].sort());
  });

  it.each(systems)('gives no key twice (%j)', (system) => {
    const keys = entriesOf(system).flatMap((entry) => ('keys' in entry && entry.keys !== undefined ? [entry.keys] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows the keys that the window hears, and only shows them', () => {
    for (const entry of entriesOf({ mac: false, packaged: true })) {
      if (!('command' in entry) || entry.keys === undefined) continue;
      expect([entry.command, shortcutOf(press(entry.keys))]).toEqual([entry.command, entry.byWindow === true ? entry.command : null]);
    }
    const heard = entriesOf({ mac: false, packaged: true }).filter((entry) => 'command' in entry && entry.byWindow === true);
    expect(heard).toHaveLength(11);
  });

  it('has reloading and developer tools only while it is developed', () => {
    const acts = (packaged: boolean) => entriesOf({ mac: false, packaged }).flatMap((entry) => ('act' in entry ? [entry.act] : []));
    expect(acts(false).filter((act) => !acts(true).includes(act))).toEqual(['reload', 'devtools']);
  });
});
