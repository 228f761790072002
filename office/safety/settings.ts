/** What backups and checks remember, behind the desk door. */
import { z } from 'zod';
import type { DeskTx } from '../../db/contract/store.ts';

const TargetSettings = z.object({ folder: z.string(), lastAt: z.string().nullable() });
export type TargetSettings = z.infer<typeof TargetSettings>;

const CheckSettings = z.object({
  at: z.string(),
  /** Looked at with a slot that opens the desk only: says nothing about the cases. */
  deskOnly: z.boolean().default(false),
  findings: z.array(
    z.object({
      what: z.enum(['place', 'files', 'pages', 'log', 'keys', 'histories', 'derived', 'search', 'backups']),
      problem: z.string().nullable(),
      count: z.int(),
    }),
  ),
});
export type CheckSettings = z.infer<typeof CheckSettings>;

/** `last_check`: of everything. `last_desk_check`: of the desk only, taken since. */
const shapes = { backup_target: TargetSettings.nullable(), last_check: CheckSettings, last_desk_check: CheckSettings.nullable() } as const;
type Shapes = typeof shapes;

/** undefined when it was never written. */
export function readSafety<Key extends keyof Shapes>(tx: DeskTx, key: Key): z.infer<Shapes[Key]> | undefined {
  const value = tx.settings.read(key);
  return value === undefined ? undefined : (shapes[key].parse(value) as z.infer<Shapes[Key]>);
}

export function writeSafety<Key extends keyof Shapes>(tx: DeskTx, key: Key, value: z.infer<Shapes[Key]>): void {
  tx.settings.write(key, value === null ? null : { ...value });
}
