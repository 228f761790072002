/** What the keys and the menu of the program do in an open office: one table for both. */
import type { SessionView } from '../../../shared/rpc/session.views.ts';
import type { WindowCommand } from '../../../shared/rpc/shell.contract.ts';
import { announce } from '../../ui/toast.svelte.ts';
import { newCase } from '../cases/new-case.ts';
import type { OfficeApp } from '../office-app.svelte.ts';
import { whyReadOnly } from '../read-only.ts';
import { opensCases } from '../role-words.ts';
import { hrefs } from '../router.ts';

export const commandTexts = { noCases: 'Ihr Zugang öffnet keine Fallakten.' } as const;

interface Place {
  readonly app: Pick<OfficeApp, 'client' | 'lock'>;
  readonly session: Pick<Extract<SessionView, { phase: 'open' }>, 'user' | 'readOnly'>;
  readonly search: () => void;
  readonly openFile: () => void;
  readonly showKeys: () => void;
  /** The dialog of a contact, about the file in front or about nobody yet. */
  readonly contact: () => void;
  readonly go: (href: string) => void;
}

export function commandsOf({ app, session, search, openFile, showKeys, contact, go }: Place): Readonly<Record<WindowCommand, () => void>> {
  /** What is behind the door of the cases; whoever has no key to it hears why nothing happens. */
  const inCases = (act: () => void) => () => {
    if (opensCases(session)) act();
    else announce(commandTexts.noCases);
  };
  return {
    new_case: inCases(() => {
      const why = whyReadOnly(session);
      if (why === undefined) void newCase(app.client);
      else announce(why);
    }),
    new_contact: inCases(() => {
      const why = whyReadOnly(session);
      if (why === undefined) contact();
      else announce(why);
    }),
    search: inCases(search),
    cases: inCases(() => go(hrefs.cases)),
    open_hour: () => go(hrefs.open_hour),
    appointments: () => go(hrefs.appointments),
    worklist: inCases(() => go(hrefs.worklist)),
    clock: inCases(() => go(hrefs.clock)),
    open_file: openFile,
    start: () => go(hrefs.start),
    monitoring: () => go(hrefs.monitoring),
    administration: () => go(hrefs.administration),
    updates: () => go(hrefs.administrationOf('aktualisierungen')),
    about: () => go(hrefs.about),
    lock: () => void app.lock(),
    shortcuts: showKeys,
  };
}
