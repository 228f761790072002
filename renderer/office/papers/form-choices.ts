/** Of which entries of a file a form can be made: releases that hold, appointments still ahead. */
import { germanDay, IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { FormKind } from '../../../shared/papers/forms.ts';
import type { Option } from '../../ui/field.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { release } from '../case/case-ids.ts';
import { releaseStanding } from '../case/panels/disclosures.ts';

type Source = Pick<CaseFile, 'entries' | 'entryName' | 'session' | 'stored'>;

/** Filled from a file: the recovery sheet is nobody's. */
export const formsOfCase = ['consent', 'information', 'case_management', 'release', 'slip'] as const satisfies readonly FormKind[];
export type FormOfCase = (typeof formsOfCase)[number];

/** These say what is asked before there is a consent; the others need one. */
export function needsConsent(form: FormKind): boolean {
  return form !== 'consent' && form !== 'information';
}

export function releaseChoices(file: Source): readonly Option<EntryId>[] {
  return file
    .entries(release.group, '')
    .filter(({ id }) => releaseStanding(file, id).holds)
    .map((entry) => ({ value: entry.id, label: file.entryName(entry) }));
}

const notAhead: readonly unknown[] = ['kept', 'no_show', 'moved', 'cancelled'];

/** The next first. */
export function appointmentChoices(file: Source): readonly Option<EntryId>[] {
  return file
    .entries('appointment', '')
    .flatMap(({ id }) => {
      const day = IsoDay.safeParse(file.stored(id, 'appointment.date')).data;
      if (day === undefined || day < file.session.today || notAhead.includes(file.stored(id, 'appointment.status'))) return [];
      const time = file.stored(id, 'appointment.time');
      return [{ value: id, when: `${day} ${typeof time === 'string' ? time : '~'}`, label: `${germanDay(day)}${typeof time === 'string' && time !== '' ? `, ${time} Uhr` : ''}` }];
    })
    .sort((a, b) => (a.when < b.when ? -1 : 1))
    .map(({ value, label }) => ({ value, label }));
}
