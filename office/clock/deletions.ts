/**
 * Deleting a file by staff. Nobody destroys one alone: a second person confirms, or seven days go by (corrections.md, How it must behave 24). What she
 * herself wishes needs neither (Art. 17 DSGVO); both are logged, and the Löschprotokoll says which it was.
 */
import { ORPCError } from '@orpc/server';
import { erasedBecause } from '../../db/erase/erase.ts';
import { tombstoneOf } from '../../db/erase/tombstones.ts';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { decidesRights } from '../../shared/cases/case-right.ts';
import { holdsOf, openRequests } from '../../shared/clock/holds.ts';
import type { ClockFile, HindranceCode, Mistake, RecipientsHeard } from '../../shared/clock/types.ts';
import { addDays } from '../../shared/domain/day.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { unheardOfErasure } from '../../shared/rights/notices.ts';
import { wishesErasure } from '../../shared/rights/requests.ts';
import { openRestrictions } from '../../shared/rights/restricted.ts';
import type { DeletionView } from '../../shared/rpc/clock.views.ts';
import { actIds } from '../act-ids.ts';
import { inCases, stillOpen } from '../base.ts';
import { namesOf } from '../cases/case-view.ts';
import { loadEvenRestricted } from '../cases/load-case.ts';
import { closedTo } from '../cases/who-asks.ts';
import type { CasesContext } from '../context.ts';
import { forgetRecords } from '../forgetting/erase-records.ts';
import { notesBeside } from '../work-notes/notes.ts';
import { headOnly } from './acts.ts';
import { clockOfDamaged, isDamaged } from './damaged.ts';
import { clockOffice } from './guard.ts';
import { wholeFile } from './judge.ts';
import { filesUntil } from './preview.ts';
import { keepProposals, proposals } from './proposals.ts';
import type { Deletion } from './settings.ts';

/** Days until the one who proposed it may confirm it herself. */
const aloneAfterDays = 7;

/**
 * What her own wish does not overcome (Art. 17 Abs. 3 DSGVO): claims and orders somebody else may rely on, the protection of a child, and a hold
 * nobody gave a reason for. An open request and a restriction are there for her: she may want the one thing instead of the other.
 */
const againstWish: readonly HindranceCode[] = ['legal_claims', 'court_order', 'child_protection', 'hold'];

/** Rows of the clock, whatever their day. */
const everyDay = 36_500;

type Reason = 'wish' | Mistake;

/** Who got something must hear that it goes, before nobody knows any more who that was (Art. 19 DSGVO). By what she may read: a refusal tells of nothing else. */
function refuseUnheard({ caseState, person }: CaseFile, recipients: RecipientsHeard | null): void {
  const unheard = unheardOfErasure(readCase(caseState, person)).length;
  if (unheard > 0 && recipients === null) throw new ORPCError('DELETION_RECIPIENTS_UNHEARD', { data: { recipients: unheard } });
}

interface Wanted {
  readonly caseId: RecordId;
  readonly reason: Reason;
}

/** Words for why the file has to stay; '' when nothing speaks against it. */
function heldFor({ catalogue, caseState, person }: ClockFile, reason: Reason): string {
  const answers = readCase(caseState, person);
  const holds = holdsOf(answers)
    .filter(({ code }) => reason !== 'wish' || againstWish.includes(code))
    .map(({ ground }) => `Löschsperre (${ground === null ? 'ohne Grund' : catalogue.codeLabel('retention_ground', ground)}).`);
  const hers = reason === 'wish' ? [] : [...openRequests(answers).map(() => 'Ein Antrag ist noch nicht beantwortet.'), ...openRestrictions(caseState).map(() => 'Die Verarbeitung ist eingeschränkt.')];
  return [...holds, ...hers].join(' ');
}

function refuseHeld(context: CasesContext, { caseId, reason }: Wanted): void {
  const file = wholeFile(context, caseId);
  const held = file === null ? '' : heldFor(file, reason);
  if (held !== '') throw new ORPCError('CLOCK_HELD', { data: { reason: held } });
}

/** Of a file that is closed to whoever asks nobody learns that somebody wants it gone. */
function openProposals(context: CasesContext): readonly Deletion[] {
  const all = context.store.desk.read(proposals);
  const closed = closedTo(context);
  return context.cases.read((tx) =>
    all.filter(({ caseId }) => {
      const row = tx.projections.findRow(caseId);
      return row === undefined || !closed(row);
    }),
  );
}

/** How many wait for somebody; for the start page. */
export function countProposals(context: CasesContext): number {
  return openProposals(context).length;
}

/** Whoever proposed it waits seven days of a calendar Lotse believes. */
function mayConfirm(context: CasesContext, { proposedBy, proposedOn }: Pick<Deletion, 'proposedBy' | 'proposedOn'>): boolean {
  if (proposedBy !== context.store.user) return true;
  const { today, dayProblem } = clockOffice(context);
  return dayProblem === null && today >= addDays(proposedOn, aloneAfterDays);
}

function viewOf(context: CasesContext, proposal: Omit<Deletion, 'reason' | 'recipients'> & Wanted, done: boolean): DeletionView {
  const { deletion, caseId, proposedBy, proposedOn, reason } = proposal;
  const row = context.cases.read((tx) => tx.projections.findRow(caseId));
  const byName = namesOf(context.store.desk.read((tx) => tx.staff.list()))(proposedBy);
  return {
    deletion,
    caseId,
    name: row?.name ?? '',
    proposedBy: byName,
    proposedOn,
    reason,
    aloneFrom: addDays(proposedOn, aloneAfterDays),
    mayConfirm: !done && mayConfirm(context, proposal),
    done,
  };
}

function views(context: CasesContext): readonly DeletionView[] {
  return openProposals(context).map((proposal) => viewOf(context, proposal, false));
}

function find({ store }: CasesContext, deletion: RecordId): Deletion {
  const found = store.desk.read(proposals).find((one) => one.deletion === deletion);
  if (found === undefined) throw new ORPCError('DELETION_NOT_FOUND');
  return found;
}

/** Asked again where it is noted: a hold may have been set while a backup was waited for. */
async function erase(context: CasesContext, { caseId, reason }: Wanted): Promise<void> {
  const which = (): readonly RecordId[] => {
    const file = wholeFile(context, caseId);
    return file === null || heldFor(file, reason) !== '' ? [] : [caseId, ...notesBeside(context, [caseId])];
  };
  const lines = await forgetRecords(context, which, reason === 'wish' ? 'wish' : 'mistake');
  stillOpen(context);
  if (lines.length === 0) refuseHeld(context, { caseId, reason });
}

/**
 * Her wish in a file nobody can read any more: no request can be entered in it, nor read. So the head says that she wished it, and the log keeps that it was unread; what
 * its row still knows of a hold counts.
 */
async function eraseUnread(context: CasesContext, caseId: RecordId): Promise<void> {
  headOnly(context);
  const office = clockOffice(context);
  const held = (): string => {
    const file = filesUntil(context, office, everyDay).find(({ record }) => record === caseId);
    const hindrances = file === undefined ? [] : clockOfDamaged(context, file, office).hindrances;
    return hindrances.filter(({ code }) => againstWish.includes(code)).map(({ text }) => text).join(' ');
  };
  const reason = held();
  if (reason !== '') throw new ORPCError('CLOCK_HELD', { data: { reason } });
  context.store.desk.write((tx) => { tx.audit.write({ action: 'deletion.wish', record: null, details: { unread: true } }, context.actor); });
  await forgetRecords(context, () => (isDamaged(context, caseId) && held() === '' ? [caseId, ...notesBeside(context, [caseId])] : []), 'wish');
  stillOpen(context);
}

export const listDeletions = inCases.deletions.list.handler(({ context }) => views(context));

export const proposeDeletion = inCases.deletions.propose.handler(async ({ input, context }) => {
  const { caseId, reason, recipients } = input;
  const { store, actor, options } = context;
  const deletion = RecordId.parse(actIds('deletions.propose', input).idOf('deletion'));
  const about = { deletion, caseId, proposedBy: store.user, proposedOn: options.today() };
  // The answer was lost and the act is asked for again: of the file nothing is left but that she wished it.
  if (reason === 'wish' && input.act !== undefined && erasedBecause(store, tombstoneOf(caseId)) === 'wish') return viewOf(context, { ...about, reason }, true);
  if (reason === 'wish' && isDamaged(context, caseId)) {
    await eraseUnread(context, caseId);
    return viewOf(context, { ...about, reason }, true);
  }
  const file = loadEvenRestricted(context, caseId);
  const { caseState, person, right } = file;
  if (reason === 'wish') {
    if (!wishesErasure(readCase(caseState, person), options.today())) throw new ORPCError('DELETION_NEEDS_REQUEST');
    if (!decidesRights(right, caseState)) throw new ORPCError('RIGHTS_NOT_YOURS');
  } else if (clockOffice(context).dayProblem !== null) {
    // Seven days are counted from a day that is one.
    throw new ORPCError('CLOCK_DAY_UNTRUSTED');
  }
  refuseHeld(context, { caseId, reason });
  refuseUnheard(file, recipients);
  if (reason === 'wish') {
    store.desk.write((tx) => { tx.audit.write({ action: 'deletion.wish', record: null, details: { recipients } }, actor); });
    await erase(context, { caseId, reason });
    return viewOf(context, { ...about, reason }, true);
  }
  const proposal: Deletion = { ...about, reason, recipients };
  store.desk.write((tx) => {
    const others = proposals(tx).filter((one) => one.deletion !== deletion);
    keepProposals(tx, [...others, proposal]);
    tx.audit.write({ action: 'deletion.propose', record: caseId, details: { reason, recipients } }, actor);
  });
  return viewOf(context, proposal, false);
});

export const confirmDeletion = inCases.deletions.confirm.handler(async ({ input, context }) => {
  const proposal = find(context, input.deletion);
  const { caseId, reason, recipients, proposedBy, proposedOn } = proposal;
  const file = loadEvenRestricted(context, caseId);
  if (!mayConfirm(context, proposal)) throw new ORPCError('DELETION_NEEDS_SECOND_PERSON', { data: { from: addDays(proposedOn, aloneAfterDays) } });
  refuseHeld(context, proposal);
  refuseUnheard(file, recipients);
  context.store.desk.write((tx) => {
    tx.audit.write({ action: 'deletion.confirm', record: null, details: { reason, recipients, alone: proposedBy === context.store.user } }, context.actor);
  });
  await erase(context, proposal);
  return views(context);
});

export const cancelDeletion = inCases.deletions.cancel.handler(({ input, context }) => {
  const { caseId, deletion } = find(context, input.deletion);
  const { store, actor } = context;
  loadEvenRestricted(context, caseId);
  store.desk.write((tx) => {
    keepProposals(tx, proposals(tx).filter((one) => one.deletion !== deletion));
    tx.audit.write({ action: 'deletion.cancel', record: caseId, details: {} }, actor);
  });
  return views(context);
});
