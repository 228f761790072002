/** Setting of the desk: reporting years that are being frozen, so that whoever opens the store next goes on (freeze-years.ts). */
import { z } from 'zod';
import type { DeskTx, Store } from '../contract/store.ts';

const key = 'freezing';
const Noted = z.object({ years: z.array(z.int()) });

function read({ settings }: DeskTx): readonly number[] {
  const noted = Noted.safeParse(settings.read(key));
  return noted.success ? noted.data.years : [];
}

/** In the desk transaction that decides it; repeats are one. */
export function noteFreezing(tx: DeskTx, years: readonly number[]): void {
  const all = [...new Set([...read(tx), ...years])].sort((a, b) => a - b);
  if (all.length > 0) tx.settings.write(key, { years: all });
}

export function freezingYears({ desk }: Pick<Store, 'desk'>): readonly number[] {
  return desk.read(read);
}

/** They are frozen: nothing of them is left. */
export function forgetFreezing(tx: DeskTx): void {
  tx.settings.write(key, null);
}
