/**
 * Which files were rewritten already for what is pending, so that an erasure which waits for something (a slot that opens the cases, a disk
 * with room) does not rewrite whole databases at every start.
 *
 * Kept among the settings: without it everything is done once more, which harms nothing.
 */
import { z } from 'zod';
import type { DeskTx, Store } from '../contract/store.ts';
import type { Pending } from './protocol.ts';

const key = 'erasure_progress';

/** A desk-only slot copies what it knows of the keys; one that opens the cases has to copy again. */
export type RewrittenPart = 'desk keyring' | 'cases keyring' | 'key copies without the cases' | 'key copies' | 'cases file' | 'desk file';

const Kept = z.object({
  /** The youngest erasure it was rewritten for; another one begins anew. */
  number: z.int(),
  parts: z.array(z.string()),
});

export interface Progress {
  has(part: RewrittenPart): boolean;
  add(part: RewrittenPart): void;
}

export function progressOf({ desk }: Store, pending: readonly Pending[]): Progress {
  const number = Math.max(...pending.map((one) => one.number));
  const read = Kept.safeParse(desk.read((tx) => tx.settings.read(key)));
  const parts = new Set(read.success && read.data.number === number ? read.data.parts : []);
  return {
    has: (part) => parts.has(part),
    add: (part) => {
      if (parts.has(part)) return;
      parts.add(part);
      desk.write((tx) => { tx.settings.write(key, { number, parts: [...parts] }); });
    },
  };
}

/** In the transaction that closes what was pending. */
export function forgetProgress(tx: DeskTx): void {
  tx.settings.write(key, null);
}
