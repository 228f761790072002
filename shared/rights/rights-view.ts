/** A file's rights as a window shows them: sentences, labels, days. */
import { displayAnswer } from '../catalogue/display.ts';
import { daysBetween, germanDay, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { readCase, type CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import type { CaseFile } from '../cases/case-decision.ts';
import { caseName } from '../cases/case-status.ts';
import { entryNames } from '../cases/entry-names.ts';
import type { NoticeView, RecipientView, RequestView, RestrictionView, RightsView } from '../rpc/rights.views.ts';
import { toldDisclosures, unheardOfErasure } from './notices.ts';
import { owedActs } from './owed.ts';
import { asksAsParent, isOfAge, stepsOf } from './requests.ts';
import { isRestricted } from './restricted.ts';

interface Look {
  readonly file: CaseFile;
  readonly answers: CaseAnswers;
  readonly today: IsoDay;
  readonly restricted: boolean;
  /** Name of another entry. */
  readonly nameOf: (entry: string) => string | undefined;
}

export function rightsView(file: CaseFile, today: IsoDay): RightsView {
  const { catalogue, caseState, person } = file;
  const answers = readCase(caseState, person);
  const restricted = isRestricted(caseState);
  const look: Look = { file, answers, today, restricted, nameOf: entryNames(catalogue, answers) };
  const number = answers.value('case.case_number');
  return {
    caseId: caseState.record,
    number: typeof number === 'string' ? number : '',
    name: caseName(answers),
    restricted,
    notice: restricted
      ? 'Die Verarbeitung ist eingeschränkt: Der Inhalt der Akte ist für alle zu. Sichtbar sind Anträge, Gründe, Mitteilungen und wer zugegriffen hat.'
      : '',
    requests: answers.entries('request', null).map((entry) => requestView(look, entry)),
    restrictions: answers.entries('restriction', null).map((entry) => restrictionView(look, entry)),
    notices: answers.entries('notice', null).map((entry) => noticeView(look, entry)),
    recipients: restricted ? [] : toldDisclosures(answers).map((entry) => recipientView(look, entry)),
    unheardOfErasure: unheardOfErasure(answers).length,
  };
}

function said({ file: { catalogue }, answers }: Look, id: string, entry: EntryId): string {
  const field = catalogue.field(id);
  return field === undefined ? '' : answers.statements(id, entry).map((value) => displayAnswer(catalogue, field, value)).filter((text) => text !== '').join(' / ');
}

function saidOrNull(look: Look, id: string, entry: EntryId): string | null {
  return said(look, id, entry) || null;
}

function code({ answers }: Look, id: string, entry: EntryId): string {
  const value = answers.value(id, entry);
  return typeof value === 'string' ? value : '';
}

function dayAt({ answers }: Look, id: string, entry: EntryId): IsoDay | null {
  return asDay(answers.value(id, entry));
}

function requestView(look: Look, entry: EntryId): RequestView {
  const { today, answers } = look;
  const due = dayAt(look, 'request.due', entry);
  const open = answers.value('request.answered_on', entry) === null && answers.value('request.decision', entry) !== 'taken_back';
  const owed = owedActs(answers, today).find((one) => one.entry === entry);
  return {
    entry,
    kind: code(look, 'request.kind', entry),
    kindLabel: said(look, 'request.kind', entry),
    byLabel: said(look, 'request.by', entry),
    receivedOn: dayAt(look, 'request.received_on', entry),
    due,
    open,
    overdue: open && due !== null && due < today,
    text: requestText(look, entry, open, due),
    decisionCode: code(look, 'request.decision', entry) || null,
    decisionLabel: saidOrNull(look, 'request.decision', entry),
    decidedOn: dayAt(look, 'request.decided_on', entry),
    groundLabel: saidOrNull(look, 'request.ground', entry),
    reason: answers.text('request.reason', entry),
    asksIdentity: open && answers.statements('request.identity', entry).includes('not_shown'),
    steps: open || owed?.act === 'decide' ? stepsOf(look.file, entry, today) : [],
    byParents: asksAsParent(answers, entry),
    asksInsight: asksAsParent(answers, entry) && !isOfAge(answers, today),
    owed: owed === undefined ? null : { act: owed.act, text: owed.text },
  };
}

function requestText(look: Look, entry: EntryId, open: boolean, due: IsoDay | null): string {
  const answeredOn = dayAt(look, 'request.answered_on', entry);
  if (answeredOn !== null) return `Beantwortet am ${germanDay(answeredOn)}.`;
  if (!open) return 'Zurückgenommen.';
  if (due === null) return 'Zu beantworten innerhalb eines Monats nach dem Eingang.';
  const days = daysBetween(look.today, due);
  const when = days > 1 ? `noch ${String(days)} Tage` : days === 1 ? 'morgen' : days === 0 ? 'heute' : `seit ${String(-days)} ${days === -1 ? 'Tag' : 'Tagen'} überfällig`;
  return `Zu beantworten bis ${germanDay(due)} (${when}).`;
}

function restrictionView(look: Look, entry: EntryId): RestrictionView {
  return {
    entry,
    since: dayAt(look, 'restriction.since', entry),
    groundLabel: said(look, 'restriction.ground', entry),
    askedByLabel: said(look, 'restriction.asked_by', entry),
    liftedOn: dayAt(look, 'restriction.lifted_on', entry),
    liftGroundLabel: saidOrNull(look, 'restriction.lift_ground', entry),
  };
}

function recipientOf({ answers, nameOf }: Look, disclosure: EntryId): string {
  const named = answers.value('disclosure.recipient', disclosure);
  const byHand = answers.value('disclosure.recipient_name', disclosure);
  const names = [typeof named === 'string' ? (nameOf(named) ?? '') : '', typeof byHand === 'string' ? byHand : ''];
  return names.filter((name) => name !== '').join(', ') || 'Stelle nicht festgehalten';
}

/** What was given is content of the file; to whom must be known to tell them. */
function noticeView(look: Look, entry: EntryId): NoticeView {
  const disclosure = code(look, 'notice.disclosure', entry) as EntryId;
  return {
    entry,
    about: code(look, 'notice.about', entry),
    aboutLabel: said(look, 'notice.about', entry),
    recipient: recipientOf(look, disclosure),
    given: look.restricted ? '' : look.answers.text('disclosure.content', disclosure),
    givenOn: dayAt(look, 'disclosure.date', disclosure),
    due: dayAt(look, 'notice.due', entry),
    doneOn: dayAt(look, 'notice.done_on', entry),
    resultLabel: saidOrNull(look, 'notice.result', entry),
  };
}

function recipientView(look: Look, disclosure: EntryId): RecipientView {
  return {
    disclosure,
    recipient: recipientOf(look, disclosure),
    given: look.answers.text('disclosure.content', disclosure),
    givenOn: dayAt(look, 'disclosure.date', disclosure),
    basisLabel: said(look, 'disclosure.basis', disclosure),
  };
}
