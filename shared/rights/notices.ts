/**
 * Whoever got something of a file must hear when it is rectified, erased, restricted or her consent is taken back (Art. 19 DSGVO): one line per
 * disclosure, with its day, until somebody says it is done.
 */
import type { AnswerValue } from '../domain/answer.ts';
import { addDays, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { IntentBody } from '../history/intent.ts';
import type { RecordState } from '../history/state.ts';
import { readCase, type CaseAnswers } from '../cases/answers.ts';
import type { CaseFile } from '../cases/case-decision.ts';
import { newEntries } from '../cases/new-entries.ts';

/** Codes of the list `notice_about`. */
export type NoticeAbout = 'rectification' | 'erasure' | 'restriction' | 'withdrawal';

/** "Unverzüglich"; not confirmed by a lawyer. */
export const noticeDays = 7;

/** A consultation without a name told nobody who she is. */
const nameless = 'anonymous_consultation';

/** Disclosures that somebody got with her name on it. */
export function toldDisclosures(answers: CaseAnswers): readonly EntryId[] {
  return answers.entries('disclosure', null).filter((id) => answers.value('disclosure.basis', id) !== nameless);
}

function isOpenNotice(answers: CaseAnswers, notice: EntryId): boolean {
  return answers.value('notice.done_on', notice) === null;
}

/** Disclosures whose recipient nobody has noted as heard, or not to be told, that the file goes. */
export function unheardOfErasure(answers: CaseAnswers): readonly EntryId[] {
  const done = new Set<AnswerValue>(
    answers.entries('notice', null)
      .filter((id) => !isOpenNotice(answers, id) && answers.value('notice.about', id) === 'erasure')
      .map((id) => answers.value('notice.disclosure', id)),
  );
  return toldDisclosures(answers).filter((disclosure) => !done.has(disclosure));
}

export interface NoticeWish extends CaseFile {
  readonly today: IsoDay;
  /** The file as it is stored, where `caseState` is what whoever asks may read: who got something must hear of it all the same. */
  readonly whole?: RecordState | undefined;
  /** A fresh random id. */
  readonly newEntry: () => EntryId;
}

/** Who stands on the list for the same thing already is not put there again. */
export function noticesFor(wish: NoticeWish, about: NoticeAbout): readonly IntentBody[] {
  const caseState = wish.whole ?? wish.caseState;
  const answers = readCase(caseState, wish.person);
  const open = new Set<AnswerValue>(
    answers.entries('notice', null)
      .filter((id) => isOpenNotice(answers, id) && answers.value('notice.about', id) === about)
      .map((id) => answers.value('notice.disclosure', id)),
  );
  const due = addDays(wish.today, noticeDays);
  const entries = toldDisclosures(answers)
    .filter((disclosure) => !open.has(disclosure))
    .map((disclosure) => ({ answers: { 'notice.about': about, 'notice.disclosure': disclosure, 'notice.due': due } }));
  return newEntries({ ...wish, caseState }, 'notice', entries);
}
