/** The Löschprotokoll as people read it: a running number, when, why, what; never whose. */
import { weeklyFor } from '../../db/backup/rotate.ts';
import { erasuresOwed } from '../../db/backup/second-place.ts';
import type { ErasureLine, Removed, RemovedKind } from '../../db/contract/backup.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { addDays, dayHere, IsoDay } from '../../shared/domain/day.ts';
import type { ErasureProtocolLine } from '../../shared/rpc/clock.views.ts';
import type { OpenContext } from '../context.ts';

const words: Readonly<Record<RemovedKind, string>> = {
  file: 'Akte',
  card: 'Personenkarte',
  note: 'persönliche Arbeitsnotiz',
  tallies: 'Kurzberatungen davor',
  contacts: 'Kontakte',
  goals: 'Ziele',
  papers: 'gedruckte Fassungen',
  attachments: 'Dateien',
  appointments: 'Termine',
};
const single: readonly RemovedKind[] = ['file', 'card', 'note', 'tallies'];
const kinds = Object.keys(words) as readonly RemovedKind[];

/** „Akte, Personenkarte, bis zu 20 Kontakte“; of an earlier version, which did not count: a dash. */
export function removedWords(removed: Removed | null): string {
  const parts = kinds.flatMap((kind) => {
    const count = removed?.[kind];
    if (count === undefined) return [];
    if (single.includes(kind)) return [words[kind]];
    return [`${count >= 1_000 ? 'mehr als 100' : `bis zu ${String(count)}`} ${words[kind]}`];
  });
  return parts.length === 0 ? '–' : parts.join(', ');
}

/**
 * The day from which on no backup that is made as it should be holds a byte of it: those of the day of the erasure rotate after 28 days. Counted from the
 * end of the erasure: a second place that was away let go on that day. While it has not, nobody knows the day.
 */
function backupsGoneOn(doneAt: string | null): IsoDay | null {
  return doneAt === null ? null : addDays(dayHere(doneAt) ?? IsoDay.parse(doneAt.slice(0, 10)), weeklyFor);
}

function protocolLine({ number, at, reason, removed, doneAt }: ErasureLine, owed: ReadonlySet<number>): ErasureProtocolLine {
  return { number, at, reason, removed: removedWords(removed), doneAt, backupsGoneOn: backupsGoneOn(doneAt), secondPlaceOwed: owed.has(number) };
}

/** Newest first. */
export function erasureProtocol({ store }: OpenContext, limit = 200): readonly ErasureProtocolLine[] {
  const owed = new Set(erasuresOwed(store).map(({ number }) => number));
  return listErasures(store).slice(0, limit).map((line) => protocolLine(line, owed));
}
