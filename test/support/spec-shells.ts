/**
 * Which window specs run in which shell, and why not in another. `npm run test:e2e` runs every spec in every shell it has something to say in;
 * `npm test` runs in the browser shell those that show what nothing else shows, and on the stand-in those where the shell makes a difference:
 * it must stay below ten minutes.
 */
import { whyNoElectron } from './shells.ts';

/** Only `npm run test:e2e` runs it; what of it `npm test` shows all the same, and where. */
interface Later {
  readonly alsoShownBy: string;
}

interface Where {
  /** In the browser shell; else why not. */
  readonly browser: true | Later | string;
  /** On the stand-in: `npm test` too, or only `npm run test:e2e` (what is under test is the window, and it is the same one); else why not. */
  readonly standIn: 'npm test' | 'test:e2e' | { readonly not: string };
  /** In real Electron, where its binary is; else why not. */
  readonly electron: true | string;
}

const byItsCore = 'it sets up the core by a side entrance, which the built program has not';

export const specs = {
  about: { browser: { alsoShownBy: 'licences of the built window: build/package-check, build/sbom; keys and dialogs: keyboard, administration' }, standIn: 'test:e2e', electron: byItsCore },
  absence: { browser: { alsoShownBy: 'who sees what of whom: office/absences, office/access, office/shielded-guesses, cli/case-rights; a page that waits behind the lock: open-hour, unsaved' }, standIn: 'test:e2e', electron: byItsCore },
  administration: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  'case-file': { browser: { alsoShownBy: 'consents, disclosures, shield, end and Wiederaufnahme: office/shield, office/consent-everywhere, office/files, stories 1 to 8; at the window: case-life' }, standIn: 'test:e2e', electron: byItsCore },
  'case-life': { browser: true, standIn: 'test:e2e', electron: byItsCore },
  clock: { browser: { alsoShownBy: 'issue 6, 1 and 4: stories/story-13, office/clock; end, evaluation and Wiederaufnahme at the window: case-life' }, standIn: 'test:e2e', electron: byItsCore },
  'core-gone': { browser: 'the core is no process of its own there', standIn: 'npm test', electron: 'it kills a process that only the stand-in names' },
  day: { browser: { alsoShownBy: 'a contact with the note alone, appointments: case-life, open-hour; attachments, own notes, hints: office/attachments, office/work-notes, office/alike, hostile' }, standIn: 'test:e2e', electron: byItsCore },
  'delete-recipients': { browser: { alsoShownBy: 'who is told before a file goes, and that nothing goes untold: office/clock/deletions' }, standIn: 'test:e2e', electron: byItsCore },
  desktop: { browser: 'menu, printers and dialogs of the system are not there', standIn: 'npm test', electron: 'it answers for the person at the dialogs of the system' },
  electron: { browser: 'it is about Electron', standIn: { not: 'it is about Electron' }, electron: true },
  'extra-section': { browser: true, standIn: 'test:e2e', electron: byItsCore },
  'full-disk': { browser: { alsoShownBy: 'db/disk, db/reserve, office/no-plain-text on a full disk; what is typed waits: robust, unsaved, withdrawn' }, standIn: 'test:e2e', electron: byItsCore },
  hostile: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  keyboard: { browser: true, standIn: 'npm test', electron: true },
  'lock-empties': { browser: true, standIn: 'test:e2e', electron: byItsCore },
  'open-hour': { browser: true, standIn: 'test:e2e', electron: true },
  papers: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  privacy: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  plan: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  restore: { browser: { alsoShownBy: 'db/backup, db/damage, office/safety, office/key-loss-drill; Wiederherstellung at the window: administration' }, standIn: 'test:e2e', electron: byItsCore },
  rights: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  robust: { browser: true, standIn: { not: 'it cuts the connection of the browser shell; core-gone is its counterpart' }, electron: 'it cuts the connection of the browser shell' },
  'shell-attack': { browser: 'shell-security is its counterpart', standIn: 'npm test', electron: 'it asks what main answered, which only the stand-in notes; electron is its counterpart' },
  'shell-security': { browser: true, standIn: { not: 'it is about the browser shell; shell-attack is its counterpart' }, electron: 'it is about the browser shell' },
  typing: { browser: true, standIn: 'npm test', electron: true },
  'unreadable-file': { browser: { alsoShownBy: 'that it is named, held, and forgotten by the head alone: office/clock/damaged' }, standIn: { not: 'it spoils the store from inside the core, which is another process there' }, electron: byItsCore },
  unsaved: { browser: 'the browser asks there, in its own words', standIn: 'npm test', electron: 'it kills a process that only the stand-in names' },
  updates: { browser: 'updates come there by whoever installed Lotse', standIn: 'npm test', electron: 'the dialogs of main are answered on the stand-in only' },
  withdrawn: { browser: true, standIn: 'test:e2e', electron: byItsCore },
  'without-consent': { browser: true, standIn: 'test:e2e', electron: byItsCore },
  'whole-way': { browser: true, standIn: 'test:e2e', electron: byItsCore },
} as const satisfies Readonly<Record<string, Where>>;

export type Project = 'e2e' | 'e2e-stand-in' | 'e2e-electron';

/** One line for each spec that `npm test` leaves out of the browser shell and has in no other; and one for those it runs there alone. */
export function leftForLater(): readonly string[] {
  const all = Object.entries(specs as Readonly<Record<string, Where>>);
  const left = all.flatMap(([name, { browser, standIn }]) =>
    typeof browser === 'object' && standIn !== 'npm test' ? [`${name} runs in npm run test:e2e; here: ${browser.alsoShownBy}`] : [],
  );
  const once = all.filter(([, { browser, standIn }]) => browser === true && standIn === 'test:e2e').map(([name]) => name);
  return [...left, `${once.join(', ')} run on the stand-in in npm run test:e2e; here in the browser shell: the window is the same one`];
}

/** Files of one project; `all`: also what `npm test` leaves to `npm run test:e2e`. */
export function filesOf(project: Project, all: boolean): readonly string[] {
  return Object.entries(specs as Readonly<Record<string, Where>>)
    .filter(([name, { browser, standIn, electron }]) => {
      if (project === 'e2e') return browser === true || (all && typeof browser === 'object');
      // Without the binary one spec says so for all.
      if (project === 'e2e-electron') return whyNoElectron() === null ? electron === true : name === 'electron';
      return standIn === 'npm test' || (all && standIn === 'test:e2e');
    })
    .map(([name]) => `test/e2e/${name}.e2e.ts`);
}
