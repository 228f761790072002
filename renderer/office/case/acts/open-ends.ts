/** What is still open when the support ends: named with the place it stands in, never in the way of ending. */
import { germanDay, IsoDay } from '../../../../shared/domain/day.ts';
import { gapList } from '../gap-list.ts';
import type { CaseFile, FieldPlace } from '../case-file.svelte.ts';
import { appointment, task } from '../case-ids.ts';
import { entryLayout, isDone, isOver } from '../plan-model.ts';
import { openTasks, taskWords } from '../panels/tasks.ts';

export interface OpenEnd {
  readonly label: string;
  readonly place: FieldPlace;
}

export interface OpenEnds {
  readonly title: string;
  readonly ends: readonly OpenEnd[];
}

type Source = Pick<CaseFile, 'catalogue' | 'entries' | 'entryName' | 'say' | 'session' | 'stored' | 'value' | 'view'>;

function place(file: Source, field: string, entry: string): FieldPlace {
  return { section: file.catalogue.sectionOf(field)?.id ?? '', field, entry };
}

function appointments(file: Source): readonly OpenEnd[] {
  return file.entries(appointment.group, '').flatMap(({ id }) => {
    const day = IsoDay.safeParse(file.stored(id, appointment.date));
    const status = file.stored(id, appointment.status);
    if (!day.success || day.data < file.session.today || (status !== null && status !== 'planned')) return [];
    return [{ label: `Termin am ${germanDay(day.data)}`, place: place(file, appointment.date, id) }];
  });
}

/** Steps that are neither done nor given up. */
function steps(file: Source): readonly OpenEnd[] {
  const group = 'action_step';
  const { state, title } = entryLayout(file.catalogue, group);
  if (state === undefined || title === undefined) return [];
  return file.view.entries
    .filter((entry) => entry.group === group && !entry.retired)
    .filter(({ id }) => !isDone(file.stored(id, state.id)) && !isOver(file.stored(id, state.id)))
    .map((entry) => ({ label: file.entryName(entry), place: place(file, title.id, entry.id) }));
}

function tasks(file: Source): readonly OpenEnd[] {
  return openTasks(file).map(({ id }) => ({ label: taskWords(file, id), place: place(file, task.doneOn, id) }));
}

/** Kinds of which there is none are left out. */
export function openEnds(file: Source): readonly OpenEnds[] {
  const gaps = gapList(file).flatMap(({ places }) => places.map(({ label, place: to }) => ({ label, place: to })));
  return [
    { title: 'Geplante Termine', ends: appointments(file) },
    { title: 'Offene Schritte', ends: steps(file) },
    { title: 'Offene Aufgaben', ends: tasks(file) },
    { title: 'Fehlende Angaben', ends: gaps },
  ].filter(({ ends }) => ends.length > 0);
}
