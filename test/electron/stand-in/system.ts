/** What of the system main asks for: dialogs, the file manager, other programs, sleep, screens, light and dark. */
import { KnownEvents, loud } from './loud.ts';

type DialogKind = 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox';

export interface ShownDialog {
  readonly kind: DialogKind;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A dialog waits for a person: the test says beforehand what she will do. One that nobody expected fails. */
export class Dialogs {
  readonly shown: ShownDialog[] = [];
  readonly expected: { readonly kind: DialogKind; readonly answer: (options: Readonly<Record<string, unknown>>) => object }[] = [];

  /** The next dialog of this kind is answered so: `{ response }` (of showMessageBoxSync too), `{ canceled, filePath }`, `{ canceled, filePaths }`. */
  expect(kind: Exclude<DialogKind, 'showErrorBox'>, answer: object | ((options: Readonly<Record<string, unknown>>) => object)): void {
    this.expected.push({ kind, answer: typeof answer === 'function' ? (answer as (options: Readonly<Record<string, unknown>>) => object) : () => answer });
  }

  answer(kind: DialogKind, args: readonly unknown[]): object {
    const options = args[args.length - 1] as Readonly<Record<string, unknown>>;
    this.shown.push({ kind, options });
    const at = this.expected.findIndex((one) => one.kind === kind);
    const [next] = at < 0 ? [] : this.expected.splice(at, 1);
    if (next === undefined) throw new Error(`nobody expected the dialog ${kind} ${JSON.stringify(options)}`);
    return next.answer(options);
  }
}

export interface Display {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly workArea: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly scaleFactor: number;
}

const screenOfPc: Display = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1 };

/** The parts of `electron` that are the same for every program. */
export function systemOf({ dark, displays = [screenOfPc] }: { readonly dark: boolean; readonly displays?: readonly Display[] | undefined }) {
  const dialogs = new Dialogs();
  const dialog = loud('dialog', {
    showMessageBox: async (...args: readonly unknown[]) => ({ response: 0, checkboxChecked: false, ...dialogs.answer('showMessageBox', args) }),
    showMessageBoxSync: (...args: readonly unknown[]) => ({ response: 0, ...dialogs.answer('showMessageBoxSync', args) }).response,
    showOpenDialog: async (...args: readonly unknown[]) => ({ canceled: true, filePaths: [], ...dialogs.answer('showOpenDialog', args) }),
    showSaveDialog: async (...args: readonly unknown[]) => ({ canceled: true, filePath: '', ...dialogs.answer('showSaveDialog', args) }),
    showErrorBox: (title: string, content: string): void => void dialogs.shown.push({ kind: 'showErrorBox', options: { title, content } }),
  });
  /** Addresses, files and folders that were given to other programs, newest last. */
  const opened: { readonly act: 'openExternal' | 'openPath' | 'showItemInFolder'; readonly what: string }[] = [];
  const shell = loud('shell', {
    openExternal: async (what: string): Promise<void> => void opened.push({ act: 'openExternal', what }),
    openPath: async (what: string): Promise<string> => {
      opened.push({ act: 'openPath', what });
      return '';
    },
    showItemInFolder: (what: string): void => void opened.push({ act: 'showItemInFolder', what }),
  });
  const powerMonitor = loud('powerMonitor', new KnownEvents('powerMonitor', [
    'suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'user-did-become-active', 'user-did-resign-active', 'on-ac', 'on-battery', 'thermal-state-change', 'speed-limit-change',
  ]));
  const nativeTheme = loud('nativeTheme', Object.assign(new KnownEvents('nativeTheme', ['updated']), { shouldUseDarkColors: dark, shouldUseHighContrastColors: false, themeSource: 'system' }));
  const [first = screenOfPc] = displays;
  const screen = loud('screen', Object.assign(new KnownEvents('screen', ['display-added', 'display-removed', 'display-metrics-changed']), {
    getAllDisplays: () => displays,
    getPrimaryDisplay: () => first,
    getDisplayMatching: () => first,
    getDisplayNearestPoint: () => first,
  }));
  const net = loud('net', {
    // Of main, not of the window: what main asks for it asks of the real network, as updates from a server of this PC.
    fetch: (...args: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...args),
    isOnline: () => true,
  });
  return { dialogs, opened, modules: { dialog, shell, powerMonitor, nativeTheme, screen, net } };
}
