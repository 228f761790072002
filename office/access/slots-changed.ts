import { mirrorFolder } from '../../db/backup/mirror.ts';
import { renewOwedSlots } from '../../db/backup/owed-slots.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { type OfficeContext, type OpenOffice, timestamp } from '../context.ts';
import { readSafety } from '../safety/settings.ts';
import { inTurn } from '../safety/state.ts';

/**
 * To be called after every change of a slot: the copies beside the backups follow, here and, in the background, at the second place, so that
 * a password or sheet that opens nothing here opens no copy either.
 *
 * Never throws, because the change itself is done. A copy that cannot be written, or lies on a drive that is away, is owed: the next unlock or
 * backup that reaches it renews it, and the operator reads of it.
 */
export function slotsChanged(context: OfficeContext): void {
  const { options, session } = context;
  try {
    renewOwedSlots(options.dir, timestamp(options.clock));
  } catch (problem) {
    notRenewed(context, problem);
  }
  const { open } = session;
  if (open !== null) void inTurn(open, async () => { renewThere(context, open); }).catch((problem: unknown) => { notRenewed(context, problem); });
}

/** What could not follow when it was changed; after an unlock. Throws as {@link renewOwedSlots} does. */
export async function renewOwedCopies(context: OfficeContext, office: OpenOffice): Promise<void> {
  const { dir, clock } = context.options;
  renewOwedSlots(dir, timestamp(clock));
  await inTurn(office, async () => { renewThere(context, office); });
}

/** In its turn, as everything that writes at the second place. A place that is away has no copies that could be seen to owe anything. */
function renewThere({ options: { dir, clock }, session }: OfficeContext, office: OpenOffice): void {
  if (session.open !== office) return;
  const target = office.store.desk.read((tx) => readSafety(tx, 'backup_target')) ?? null;
  if (target !== null) renewOwedSlots(dir, timestamp(clock), mirrorFolder(dir, target.folder));
}

function notRenewed({ options }: OfficeContext, problem: unknown): void {
  options.log?.(`KEY_COPIES_NOT_RENEWED ${storeCodeOf(problem) ?? 'INTERNAL'}`);
}
