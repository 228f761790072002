/**
 * What a window may ask of the desktop shell, over a port of its own. There is none in the browser shell: whatever is offered here has a way
 * without it. Windows import types from here and nothing else; main checks every input against these schemas.
 */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';

/** Name of a file that is saved: one part of a path, no name of a device, nothing a shell could read as more. */
export const FileName = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\\/:*?"<>|\p{Cc}\p{Cs}\p{Bidi_Control}]+$/u)
  .refine((name) => !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) && !/^[. ]|[. ]$/.test(name));

const Pdf = z.file().min(5).max(20_000_000).mime('application/pdf');

/** Commands of the menu that the window carries out. */
export const windowCommands = [
  'new_case',
  'new_contact',
  'open_file',
  'search',
  'start',
  'cases',
  'open_hour',
  'appointments',
  'worklist',
  'clock',
  'monitoring',
  'administration',
  'lock',
  'shortcuts',
  'about',
  'updates',
] as const;
export type WindowCommand = (typeof windowCommands)[number];

export type ShellEvent =
  | { readonly kind: 'command'; readonly command: WindowCommand }
  /** `lost`: started again by itself; `back`: a new port was handed over; `given_up`: it ended again and again. */
  | { readonly kind: 'core'; readonly state: 'lost' | 'back' | 'given_up' }
  /** A file was opened with Lotse (double click): `files.takeOpened` has it. */
  | { readonly kind: 'file_waiting' };

export interface AboutView {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** `win32`, `linux`, `darwin`. */
  readonly platform: string;
  readonly packaged: boolean;
}

export interface PrinterView {
  /** What the system calls it; goes back into `print`. */
  readonly name: string;
  readonly displayName: string;
  /** Where it stands, as its administration wrote it; '' when nothing was. */
  readonly location: string;
  /** False where the system does not say, as with Electron 36 and later. */
  readonly isDefault: boolean;
}

/** Where a file went, as far as a warning needs it. */
export interface SavedView {
  /** Names the file in this session, for `saved.remove` and `saved.show`. */
  readonly id: string;
  readonly fileName: string;
  /** Why this place is not for papers with names; null where nothing is known against it. */
  readonly warning: 'PLACE_SYNCED' | 'PLACE_NETWORK' | 'PLACE_REMOVABLE' | null;
}

/** A version that can be installed. */
export interface UpdateView {
  readonly version: string;
  /** ISO day. */
  readonly released: string;
  readonly bytes: number;
  /** What is new, German, plain text. */
  readonly notes: string;
}

export interface UpdatesView {
  readonly current: string;
  /** False where whoever built this program named no key: then there are no updates from here. */
  readonly possible: boolean;
  /** Host that is asked; null: only files. */
  readonly source: string | null;
  /** When somebody last looked, ISO time; null: never. */
  readonly lookedAt: string | null;
  readonly available: UpdateView | null;
  /** Verified and laid ready; installed only after `install`. */
  readonly staged: UpdateView | null;
}

const updateErrors = oc.errors({
  UPDATES_NOT_SET_UP: {},
  UPDATE_UNREACHABLE: {},
  UPDATE_TOO_SLOW: {},
  UPDATE_REDIRECTED: {},
  UPDATE_UNSIGNED: {},
  UPDATE_KEY_UNKNOWN: {},
  UPDATE_SIGNATURE_INVALID: {},
  UPDATE_MANIFEST_INVALID: {},
  UPDATE_FORMAT_NEWER: {},
  UPDATE_NAME_INVALID: {},
  UPDATE_CLOCK_WRONG: {},
  UPDATE_EXPIRED: {},
  UPDATE_OLDER: {},
  UPDATE_NOT_NEWER: {},
  UPDATE_TOO_BIG_A_STEP: {},
  UPDATE_NOT_FOR_THIS_PC: {},
  UPDATE_FILE_MISSING: {},
  UPDATE_TRUNCATED: {},
  UPDATE_HASH_MISMATCH: {},
  UPDATE_NOT_STAGED: {},
  UPDATE_EXCHANGED: {},
  UPDATE_NOT_ALONE: {},
  UPDATE_NOT_STARTED: {},
  UPDATE_DISK_FULL: {},
  UPDATE_DISK_ERROR: {},
});

export const shellContract = {
  about: oc.output(type<AboutView>()),
  /** Until the window goes. */
  events: oc.output(eventIterator(type<ShellEvent>())),
  /** Starts the whole program anew; offered when the core does not come back. */
  restart: oc.output(type<void>()),
  /** Asks the person first; `opened` false when she said no. */
  openAddress: oc
    .input(z.strictObject({ address: z.string().max(2_000) }))
    .output(type<{ readonly opened: boolean }>())
    .errors({ ADDRESS_NOT_ALLOWED: {} }),
  printers: oc.output(type<readonly PrinterView[]>()),
  print: oc
    .input(z.strictObject({ pdf: Pdf, printer: z.string().min(1).max(500), copies: z.int().min(1).max(9) }))
    .output(type<void>())
    .errors({ PRINTER_UNKNOWN: {}, PRINT_FAILED: {} }),
  /** null: the person closed the dialog. */
  save: oc
    .input(z.strictObject({ file: z.file().max(50_000_000), name: FileName }))
    .output(type<SavedView | null>())
    .errors({ DISK_FULL: {}, DISK_ERROR: {} }),
  saved: {
    remove: oc.input(z.strictObject({ id: z.uuid() })).output(type<void>()).errors({ SAVED_FILE_UNKNOWN: {}, DISK_ERROR: {} }),
    show: oc.input(z.strictObject({ id: z.uuid() })).output(type<void>()).errors({ SAVED_FILE_UNKNOWN: {} }),
  },
  files: {
    /** The dialog of the system, for files of Lotse; null: closed without one. */
    choose: oc.output(type<File | null>()).errors({ FILE_TOO_LARGE: {}, FILE_UNREADABLE: {} }),
    /** The file that was opened with Lotse, once; null: none is waiting. */
    takeOpened: oc.output(type<File | null>()).errors({ FILE_TOO_LARGE: {}, FILE_UNREADABLE: {} }),
  },
  updates: {
    state: oc.output(type<UpdatesView>()),
    /** Asks the source for its manifest; nothing is loaded but that. */
    look: updateErrors.output(type<UpdatesView>()),
    /** Loads what is available, checks it, lays it ready. */
    fetch: updateErrors.output(type<UpdatesView>()),
    /** The same from a stick: the person chooses the manifest, the installer lies beside it. Without a choice nothing changes. */
    fromFile: updateErrors.output(type<UpdatesView>()),
    /** Checks once more, asks in a dialog of the system, locks and ends the core, starts the installer. After a no nothing has changed. */
    install: updateErrors.output(type<void>()),
  },
};
