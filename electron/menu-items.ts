/** The menu as data: what stands where, under which key. Who builds it is menu.ts. */
import type { WindowCommand } from '../shared/rpc/shell.contract.ts';

/** What main does itself. */
export type OwnAct = 'zoom_in' | 'zoom_out' | 'zoom_reset' | 'quit' | 'reload' | 'devtools';

/** What the engine does: editing, full screen, what macOS has in every program. */
export type Role = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'delete' | 'selectAll' | 'togglefullscreen' | 'minimize' | 'close' | 'front' | 'services' | 'hide' | 'hideOthers' | 'unhide';

export type Entry =
  | { readonly line: true }
  | { readonly label: string; readonly command: WindowCommand; readonly keys?: string; readonly byWindow?: true }
  | { readonly label: string; readonly act: OwnAct; readonly keys?: string; readonly hidden?: true }
  | { readonly label: string; readonly role: Role };

export interface MenuPart {
  readonly label: string;
  readonly entries: readonly Entry[];
}

export interface MenuSystem {
  readonly mac: boolean;
  readonly packaged: boolean;
}

const line: Entry = { line: true };

// `byWindow`: the key is heard by the window itself (renderer/office/frame/shortcuts.ts) and only shown here, so that it never acts twice.
const file: readonly Entry[] = [
  { label: 'Neuer Fall', command: 'new_case', keys: 'CmdOrCtrl+N' },
  { label: 'Kontakt eintragen', command: 'new_contact', keys: 'Alt+K', byWindow: true },
  { label: 'Datei von Lotse öffnen …', command: 'open_file', keys: 'CmdOrCtrl+O' },
  line,
  { label: 'Sperren', command: 'lock', keys: 'CmdOrCtrl+L', byWindow: true },
];

const edit: readonly Entry[] = [
  { label: 'Rückgängig', role: 'undo' },
  { label: 'Wiederholen', role: 'redo' },
  line,
  { label: 'Ausschneiden', role: 'cut' },
  { label: 'Kopieren', role: 'copy' },
  { label: 'Einfügen', role: 'paste' },
  { label: 'Löschen', role: 'delete' },
  { label: 'Alles auswählen', role: 'selectAll' },
  line,
  { label: 'Suchen', command: 'search', keys: 'CmdOrCtrl+K', byWindow: true },
];

const view: readonly Entry[] = [
  { label: 'Start', command: 'start', keys: 'Alt+1', byWindow: true },
  { label: 'Fälle', command: 'cases', keys: 'Alt+2', byWindow: true },
  { label: 'Sprechstunde', command: 'open_hour', keys: 'Alt+3', byWindow: true },
  { label: 'Termine', command: 'appointments', keys: 'Alt+4', byWindow: true },
  { label: 'Wiedervorlagen', command: 'worklist', keys: 'Alt+5', byWindow: true },
  { label: 'Fristen', command: 'clock', keys: 'Alt+6', byWindow: true },
  { label: 'Monitoring', command: 'monitoring', keys: 'Alt+7', byWindow: true },
  { label: 'Verwaltung', command: 'administration', keys: 'Alt+8', byWindow: true },
  line,
  { label: 'Vergrößern', act: 'zoom_in', keys: 'CmdOrCtrl+Plus' },
  { label: 'Verkleinern', act: 'zoom_out', keys: 'CmdOrCtrl+-' },
  { label: 'Normale Größe', act: 'zoom_reset', keys: 'CmdOrCtrl+0' },
  // The same without Shift, and on the block of digits.
  { label: 'Vergrößern', act: 'zoom_in', keys: 'CmdOrCtrl+=', hidden: true },
  { label: 'Vergrößern', act: 'zoom_in', keys: 'CmdOrCtrl+numadd', hidden: true },
  { label: 'Verkleinern', act: 'zoom_out', keys: 'CmdOrCtrl+numsub', hidden: true },
  { label: 'Normale Größe', act: 'zoom_reset', keys: 'CmdOrCtrl+num0', hidden: true },
  line,
  { label: 'Vollbild', role: 'togglefullscreen' },
];

const developing: readonly Entry[] = [
  line,
  { label: 'Neu laden', act: 'reload', keys: 'CmdOrCtrl+R' },
  { label: 'Entwicklerwerkzeuge', act: 'devtools', keys: 'F12' },
];

const updates: Entry = { label: 'Nach Aktualisierungen suchen …', command: 'updates' };
const about: Entry = { label: 'Über Lotse', command: 'about' };
const quit: Entry = { label: 'Lotse beenden', act: 'quit', keys: 'CmdOrCtrl+Q' };

/** macOS has a menu of the program itself, where others have „Beenden“ in „Datei“ and „Über …“ in „Hilfe“. */
export function menuOf({ mac, packaged }: MenuSystem): readonly MenuPart[] {
  const views: MenuPart = { label: 'Ansicht', entries: packaged ? view : [...view, ...developing] };
  const help: readonly Entry[] = [{ label: 'Tastenkürzel', command: 'shortcuts' }];
  if (!mac) {
    return [
      { label: 'Datei', entries: [...file, line, quit] },
      { label: 'Bearbeiten', entries: edit },
      views,
      { label: 'Hilfe', entries: [...help, updates, line, about] },
    ];
  }
  const program: readonly Entry[] = [
    about,
    updates,
    line,
    { label: 'Dienste', role: 'services' },
    line,
    { label: 'Lotse ausblenden', role: 'hide' },
    { label: 'Andere ausblenden', role: 'hideOthers' },
    { label: 'Alle einblenden', role: 'unhide' },
    line,
    quit,
  ];
  return [
    { label: 'Lotse', entries: program },
    { label: 'Datei', entries: [...file, line, { label: 'Fenster schließen', role: 'close' }] },
    { label: 'Bearbeiten', entries: edit },
    views,
    { label: 'Fenster', entries: [{ label: 'Im Dock ablegen', role: 'minimize' }, { label: 'Nach vorn', role: 'front' }] },
    { label: 'Hilfe', entries: help },
  ];
}
