import { ORPCError } from '@orpc/server';
import type { readCase } from '../../shared/cases/answers.ts';
import { asDay } from '../../shared/cases/as-day.ts';
import { firstName } from '../../shared/cases/case-status.ts';
import { UserId, type EntryId } from '../../shared/domain/ids.ts';
import { placeOnPaper } from '../../shared/plan/discreet.ts';
import type { PaperFrame, SlipPaper } from '../../shared/plan/papers.ts';
import { givenName } from '../../shared/plan/wall.ts';
import type { OpenContext } from '../context.ts';
import { paperSettings } from './settings.ts';

/** Codes of `appointment_status` of what is over or does not take place. */
const notAhead: readonly unknown[] = ['kept', 'no_show', 'moved', 'cancelled'];

export function blankSlip(frame: PaperFrame): SlipPaper {
  return { ...frame, template: 'slip', firstName: '', appointment: null, counsellor: '', phone: frame.letterhead.phone, bring: '' };
}

/** One appointment of the card: when and where, and whom to ring up when it does not work out. Without an entry it is for a pen, with her first name. */
export function slipOf({ store }: Pick<OpenContext, 'store'>, answers: ReturnType<typeof readCase>, wish: { readonly frame: PaperFrame; readonly entry: EntryId | null; readonly bring: string }): SlipPaper {
  const { frame, entry, bring } = wish;
  const staff = UserId.safeParse(entry === null ? null : answers.value('appointment.staff', entry)).data ?? UserId.safeParse(answers.value('case.caseworker_id')).data;
  const [phones, all] = store.desk.read((tx) => [paperSettings(tx).phones, tx.staff.list()] as const);
  return {
    ...blankSlip(frame),
    firstName: firstName(answers),
    appointment: entry === null ? null : appointmentOf(answers, entry),
    counsellor: givenName(all.find(({ id }) => id === staff)?.displayName ?? ''),
    phone: phones.find(({ user }) => user === staff)?.phone ?? frame.letterhead.phone,
    bring,
  };
}

function appointmentOf(answers: ReturnType<typeof readCase>, entry: EntryId): SlipPaper['appointment'] {
  if (!answers.entries('appointment', null).includes(entry)) throw new ORPCError('ENTRY_UNKNOWN');
  const day = asDay(answers.value('appointment.date', entry));
  if (day === null || notAhead.includes(answers.value('appointment.status', entry))) throw new ORPCError('PAPER_ENTRY_OVER');
  const time = answers.value('appointment.time', entry);
  const place = answers.value('appointment.place', entry);
  return { day, time: typeof time === 'string' ? time : '', place: typeof place === 'string' ? placeOnPaper(place) : null };
}
