/** Who is forgotten is no longer named among the cases that are to be made anew (setting `stale`, office/cases/stale.ts). */
import { z } from 'zod';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { DeskTx } from '../contract/store.ts';

const key = 'stale';
const Named = z.object({ records: z.array(z.string()) });

/** Whoever made everything anew while the erasure was open named these, too. */
export function forgetNames({ settings }: DeskTx, forgotten: readonly RecordId[]): void {
  const read = Named.safeParse(settings.read(key));
  if (!read.success) return;
  const gone = new Set<string>(forgotten);
  const records = read.data.records.filter((record) => !gone.has(record));
  if (records.length < read.data.records.length) settings.write(key, { records });
}
