import type { UserId } from '../../shared/domain/ids.ts';
import type { OpenContext } from '../context.ts';

/** The name of a Fachkraft, also of one who does not work here any more; read once for many rows. */
export function caseworkerNames({ store }: Pick<OpenContext, 'store'>): (caseworker: UserId | null) => string | null {
  const names = store.desk.read((tx) => new Map(tx.staff.list().map(({ id, displayName }) => [id, displayName])));
  return (caseworker) => (caseworker === null ? null : (names.get(caseworker) ?? null));
}
