/** The menu of the program, and the small one over a text field. */
import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { WindowCommand } from '../shared/rpc/shell.contract.ts';
import { menuOf, type Entry, type MenuSystem, type OwnAct } from './menu-items.ts';

export interface MenuActs {
  /** The window carries it out. */
  readonly command: (command: WindowCommand) => void;
  readonly act: (act: OwnAct) => void;
}

function item(entry: Entry, { command, act }: MenuActs): MenuItemConstructorOptions {
  if ('line' in entry) return { type: 'separator' };
  if ('role' in entry) return { label: entry.label, role: entry.role };
  const keys = entry.keys === undefined ? {} : { accelerator: entry.keys };
  if ('command' in entry) {
    const shownOnly = entry.byWindow === true ? { registerAccelerator: false } : {};
    return { label: entry.label, click: () => { command(entry.command); }, ...keys, ...shownOnly };
  }
  const hidden = entry.hidden === true ? { visible: false, acceleratorWorksWhenHidden: true } : {};
  return { label: entry.label, click: () => { act(entry.act); }, ...keys, ...hidden };
}

export function setMenu(system: MenuSystem, acts: MenuActs): void {
  const template = menuOf(system).map(({ label, entries }) => ({ label, submenu: entries.map((entry) => item(entry, acts)) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Suggestions that are offered for one word. */
const mostSuggestions = 5;

/**
 * What the right mouse button offers in a text field and on marked text. No way to teach the spelling checker a word: it would keep names in a
 * file of the system, in plain text.
 */
export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText, misspelledWord, dictionarySuggestions, formControlType }) => {
    const template: MenuItemConstructorOptions[] = [];
    const secret = formControlType === 'input-password';
    if (isEditable && misspelledWord !== '') {
      const words = dictionarySuggestions.slice(0, mostSuggestions);
      template.push(...words.map((word) => ({ label: word, click: () => { contents.replaceMisspelling(word); } })));
      if (words.length === 0) template.push({ label: 'Kein Vorschlag', enabled: false });
      template.push({ type: 'separator' });
    }
    if (isEditable) {
      template.push(
        { label: 'Rückgängig', role: 'undo', enabled: editFlags.canUndo },
        { label: 'Wiederholen', role: 'redo', enabled: editFlags.canRedo },
        { type: 'separator' },
        { label: 'Ausschneiden', role: 'cut', enabled: editFlags.canCut && !secret },
        { label: 'Kopieren', role: 'copy', enabled: editFlags.canCopy && !secret },
        { label: 'Einfügen', role: 'paste', enabled: editFlags.canPaste },
        { type: 'separator' },
        { label: 'Alles auswählen', role: 'selectAll', enabled: editFlags.canSelectAll },
      );
    } else if (selectionText.trim() !== '') template.push({ label: 'Kopieren', role: 'copy', enabled: editFlags.canCopy });
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}
