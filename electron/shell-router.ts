/** Every procedure of the shell's contract and who answers it. */
import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import { app, type MessagePortMain } from 'electron';
import { openLine } from '../office/port-line.ts';
import { whereItBroke } from '../office/where-it-broke.ts';
import { maxShellMessageBytes } from '../shared/rpc/limits.ts';
import { shellContract, type AboutView } from '../shared/rpc/shell.contract.ts';
import type { Note } from './crash-notes.ts';
import type { OpenedFiles } from './opened-files.ts';
import type { Printing } from './printing.ts';
import type { SavedFiles } from './saved-files.ts';
import { ShellError } from './shell-error.ts';
import type { ShellEvents } from './shell-events.ts';
import type { Updates } from './updates/updates.ts';

export interface ShellParts {
  readonly events: ShellEvents;
  readonly printing: Printing;
  readonly saved: SavedFiles;
  readonly opened: OpenedFiles;
  readonly updates: Updates;
  readonly openAddress: (address: string) => Promise<{ readonly opened: boolean }>;
  readonly restart: () => void;
  /** One line for the local notes: codes and places, never a word of a person. */
  readonly note: Note;
}

function about(): AboutView {
  const { electron = '', chrome = '', node } = process.versions;
  return { version: app.getVersion(), electron, chromium: chrome, node, platform: process.platform, packaged: app.isPackaged };
}

/** Declared refusals pass; anything else is a bug and crosses as INTERNAL without a word. */
function toContractError(problem: unknown, path: readonly string[], note: Note): Error {
  if (problem instanceof ShellError) return new ORPCError(problem.code);
  if (problem instanceof ORPCError && problem.code === 'BAD_REQUEST') return new ORPCError('BAD_REQUEST');
  if (problem instanceof ORPCError && problem.code !== 'INTERNAL_SERVER_ERROR') return problem;
  note(`INTERNAL shell.${path.join('.')} ${whereItBroke(problem)}`);
  return new ORPCError('INTERNAL');
}

function shellRouter({ events, printing, saved, opened, updates, openAddress, restart, note }: ShellParts) {
  const os = implement(shellContract).use(async ({ next, path }) => {
    try {
      return await next();
    } catch (problem) {
      throw toContractError(problem, path, note);
    }
  });
  return os.router({
    about: os.about.handler(about),
    events: os.events.handler(({ signal }) => events.listen(signal)),
    restart: os.restart.handler(restart),
    openAddress: os.openAddress.handler(({ input }) => openAddress(input.address)),
    printers: os.printers.handler(() => printing.printers()),
    print: os.print.handler(({ input }) => printing.print(input)),
    save: os.save.handler(({ input }) => saved.save(input.file, input.name)),
    saved: {
      remove: os.saved.remove.handler(({ input }) => saved.remove(input.id)),
      show: os.saved.show.handler(({ input }) => saved.show(input.id)),
    },
    files: {
      choose: os.files.choose.handler(() => opened.choose()),
      takeOpened: os.files.takeOpened.handler(() => opened.take()),
    },
    updates: {
      state: os.updates.state.handler(() => updates.state()),
      look: os.updates.look.handler(() => updates.look()),
      fetch: os.updates.fetch.handler(() => updates.fetch()),
      fromFile: os.updates.fromFile.handler(() => updates.fromFile()),
      install: os.updates.install.handler(() => updates.install()),
    },
  });
}

/** Returns what takes in the port of a load; its answer cuts that load off. A message that is none of our window's does the same. */
export function serveShell(parts: ShellParts): (port: MessagePortMain) => () => void {
  const handler = new RPCHandler(shellRouter(parts));
  return (port) => {
    const line = openLine(port, {
      answer: (socket, message) => handler.message(socket, message),
      drop: (socket) => { handler.close(socket); },
      maxBytes: maxShellMessageBytes,
      onend: (why) => { if (why === 'refused') parts.note('SHELL_MESSAGE_REFUSED'); },
    });
    return () => { line.cut(); };
  };
}
