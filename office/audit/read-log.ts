/**
 * Reading the log of the whole office. It is there for the young people and for who answers to them, not to watch colleagues: the head reads it by role and
 * day; names and times are opened by two people at one PC, with a reason, and that stands in the log (corrections.md, How it must behave 14).
 */
import { ORPCError } from '@orpc/server';
import { canUnlock, checkPasswordOf } from '../../db/store.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { logWords } from '../../shared/rights/log-words.ts';
import { inCases, stillOpen } from '../base.ts';
import { namesOf } from '../cases/case-view.ts';
import type { CasesContext } from '../context.ts';
import { onlyFor } from '../monitoring/roles.ts';
import { oneAtATime } from '../session/open-store.ts';
import { byRole, linesIn, numbersOf, rolesOf } from './log-lines.ts';

/** What a look of this kind goes through at most: half a year of a busy office. Whoever needs more asks for less time. */
const linesRead = 100_000;

const roleNotice =
  'Nach Aufgabe und Tag, ohne Namen und Uhrzeiten. In einem kleinen JMD verrät die Aufgabe oft die Person: Das Protokoll schützt die jungen Menschen und ist kein Mittel, Leistung oder Verhalten zu prüfen.';
const namesNotice = 'Mit Namen, weil zwei Personen es gemeinsam geöffnet haben. Anlass und beide Personen stehen im Protokoll.';

export const readLog = inCases.audit.read.handler(({ input, context }) => {
  onlyFor(context, 'head');
  const { from, until, limit } = input;
  const read = linesIn(context, input, linesRead);
  const lines = byRole(context, read);
  note(context, 'audit.read', { from, until });
  return { lines: lines.slice(0, limit), more: lines.length > limit || read.length >= linesRead, notice: roleNotice };
});

export const readLogWithNames = inCases.audit.readNames.handler(async ({ input, context }) => {
  onlyFor(context, 'head');
  const { from, until, limit, reason } = input;
  const second = await secondPerson(context, input.second);
  note(context, 'audit.readNames', { from, until, reason, second });
  const roleOf = rolesOf(context);
  const numberOf = numbersOf(context);
  const nameOf = namesOf(context.store.desk.read((tx) => tx.staff.list()));
  const read = linesIn(context, input, limit + 1);
  const lines = read.slice(0, limit).map((line) => ({
    at: line.at,
    role: roleOf(line),
    name: line.user === null ? '' : nameOf(line.user),
    what: logWords(line.action),
    number: numberOf(line.record),
  }));
  return { lines, more: read.length > limit, notice: namesNotice };
});

/** Before anything is shown; where nothing may be written it is read all the same, as files are. */
function note({ store, actor }: CasesContext, action: string, details: Readonly<Record<string, string | null>>): void {
  if (store.missing === null) store.desk.write((tx) => { tx.audit.write({ action, record: null, details }, actor); });
}

/** Somebody else with a way in of her own, by her password. Null where there is nobody. */
function secondPerson(context: CasesContext, second: { readonly login: string; readonly password: string } | null): Promise<UserId | null> {
  const { store, options } = context;
  const others = store.desk.read((tx) => tx.staff.list()).filter(({ id }) => id !== store.user && canUnlock(store.dir, id));
  if (second === null) {
    if (others.length > 0) throw new ORPCError('AUDIT_NEEDS_SECOND_PERSON');
    return Promise.resolve(null);
  }
  return oneAtATime(context, async () => {
    stillOpen(context);
    const user = await checkPasswordOf(store, second.login, second.password, options.clock);
    stillOpen(context);
    if (user === store.user) throw new ORPCError('AUDIT_NEEDS_SECOND_PERSON');
    return user;
  });
}
