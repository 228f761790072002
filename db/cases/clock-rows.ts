/** What the legal clock says of each file, for the preview of an office with many of them. A projection like the dates. */
import { z } from 'zod';
import type { Hindrance } from '../../shared/clock/types.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { ClockRow, NamedClockRow } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';

export interface ClockRows {
  save(record: RecordId, row: ClockRow | null): void;
  until(day: IsoDay): readonly NamedClockRow[];
  clear(): void;
}

type Kept = Omit<ClockRow, 'held'> & { readonly held: string };
type NamedKept = Omit<NamedClockRow, 'held' | 'shielded'> & { readonly held: string; readonly shielded: number };

const Held = z.array(z.unknown());

export function openClockRows(db: Sqlite): ClockRows {
  const kept = db.prepare<[string], Kept>('SELECT act, day, last_day AS "limit", ended, text, held FROM clock_rows WHERE record = ?');
  const remove = db.prepare<[string]>('DELETE FROM clock_rows WHERE record = ?');
  const removeAll = db.prepare('DELETE FROM clock_rows');
  const put = db.prepare<[{ record: string } & Kept]>(`
    INSERT INTO clock_rows (record, act, day, last_day, ended, text, held) VALUES (@record, @act, @day, @limit, @ended, @text, @held)
    ON CONFLICT (record) DO UPDATE SET act = @act, day = @day, last_day = @limit, ended = @ended, text = @text, held = @held`);
  // CROSS JOIN: the days by their index first, then the files they belong to.
  const named = db.prepare<[string], NamedKept>(`
    SELECT c.record, c.act, c.day, c.last_day AS "limit", c.ended, c.text, c.held, r.name, r.number, r.caseworker, r.deputy, r.shielded
    FROM clock_rows c CROSS JOIN case_rows r ON r.id = c.record
    WHERE c.day <= ? ORDER BY c.day, r.name_sort, c.record`);

  return {
    save: (record, row) => {
      if (row === null) {
        remove.run(record);
        return;
      }
      const wanted: Kept = { act: row.act, day: row.day, limit: row.limit, ended: row.ended, text: row.text, held: JSON.stringify(row.held) };
      // Most acts change no day.
      if (JSON.stringify(wanted) !== JSON.stringify(kept.get(record))) put.run({ record, ...wanted });
    },
    until: (day) => named.all(day).map((row) => ({ ...row, shielded: row.shielded !== 0, held: Held.parse(JSON.parse(row.held)) as readonly Hindrance[] })),
    clear: () => void removeAll.run(),
  };
}
