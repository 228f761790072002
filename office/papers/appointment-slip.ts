/**
 * The slip of an appointment out of the calendar: for everybody who sees it there, the Verwaltung too. Of her it says what stands on the card, her first
 * name, when and where; nothing out of the file.
 */
import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { opened, stillOpen } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { loadCard } from '../people/card-acts.ts';
import { fileWithCard } from '../people/inside-cards.ts';
import { pdfBlob } from '../plan/file-name.ts';
import { refuseUnreviewed } from '../plan/language.ts';
import { isRestrictedHere } from '../rights/restriction.ts';
import { frameOf } from './frame.ts';
import { slipOf } from './slip.ts';

/** Throws PERSON_NOT_FOUND, also for a card that lies in a file which is not for whoever asks. */
function cardFor(context: OpenContext, record: RecordId): RecordState {
  return fileWithCard(context, record)?.caseState ?? loadCard(context, record);
}

export const slip = opened.appointments.slip.handler(async ({ input, context }) => {
  const { record, entry, language } = input;
  const { store, actor, options } = context;
  refuseUnreviewed(context, language);
  const answers = readCase(cardFor(context, record), undefined);
  const address = answers.value('person.address_form') === 'du' ? 'du' : 'sie';
  const { pdf, replacedCharacters } = await options.documents.print(slipOf(context, answers, { frame: { ...frameOf(context), language, address }, entry, bring: '' }));
  stillOpen(context);
  // Shielded, restricted or forgotten while Typst was at work: nothing leaves then.
  cardFor(context, record);
  if (isRestrictedHere(context, record)) throw new ORPCError('CASE_RESTRICTED');
  if (store.missing === null) store.desk.write((tx) => { tx.audit.write({ action: 'appointments.slip', record, details: {} }, actor); });
  return { pdf: pdfBlob(pdf), fileName: 'Terminzettel.pdf', replacedCharacters };
});
