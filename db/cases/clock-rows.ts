/** What the legal clock says of each file, for the preview of an office with many of them. A projection like the dates. */
import { z } from 'zod';
import type { Hindrance } from '../../shared/clock/types.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { ClockDay, ClockLineRow, ClockRow } from '../contract/cases.ts';
import type { Sqlite } from '../open-database.ts';

export interface ClockRows {
  save(record: RecordId, row: ClockRow | null): void;
  until(day: IsoDay): readonly ClockDay[];
  line(record: RecordId): ClockLineRow | undefined;
  clear(): void;
}

type Kept = Omit<ClockRow, 'held'> & { readonly held: string };
type KeptDay = Omit<ClockDay, 'held'> & { readonly held: string };
type KeptLine = Omit<ClockLineRow, 'shielded'> & { readonly shielded: number };

const Held = z.array(z.unknown());
const nothing: readonly Hindrance[] = [];

function heldOf(json: string): readonly Hindrance[] {
  return json === '[]' ? nothing : (Held.parse(JSON.parse(json)) as readonly Hindrance[]);
}

export function openClockRows(db: Sqlite): ClockRows {
  const kept = db.prepare<[string], Kept>('SELECT act, day, last_day AS "limit", ended, text, held FROM clock_rows WHERE record = ?');
  const remove = db.prepare<[string]>('DELETE FROM clock_rows WHERE record = ?');
  const removeAll = db.prepare('DELETE FROM clock_rows');
  const put = db.prepare<[{ record: string } & Kept]>(`
    INSERT INTO clock_rows (record, act, day, last_day, ended, text, held) VALUES (@record, @act, @day, @limit, @ended, @text, @held)
    ON CONFLICT (record) DO UPDATE SET act = @act, day = @day, last_day = @limit, ended = @ended, text = @text, held = @held`);
  // All of it stands in the index.
  const days = db.prepare<[string], KeptDay>('SELECT record, act, day, last_day AS "limit", ended, held FROM clock_rows WHERE day <= ? ORDER BY day, record');
  const line = db.prepare<[string], KeptLine>(`
    SELECT c.text, r.name, r.number, r.status, r.caseworker, r.deputy, r.shielded FROM clock_rows c JOIN case_rows r ON r.id = c.record WHERE c.record = ?`);

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
    until: (day) => days.all(day).map((row) => ({ ...row, held: heldOf(row.held) })),
    line: (record) => {
      const found = line.get(record);
      return found && { ...found, shielded: found.shielded !== 0 };
    },
    clear: () => void removeAll.run(),
  };
}
