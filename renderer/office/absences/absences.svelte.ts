/** Who stands in for whom. Set by oneself or by the head; the right ends by itself. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { ActId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { AbsenceView } from '../../../shared/rpc/desk.views.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';

export class Absences extends Working<'load' | 'set' | 'end'> {
  readonly #client: Pick<OfficeClient, 'absences'>;
  list: readonly AbsenceView[] | null = $state.raw(null);

  constructor(client: Pick<OfficeClient, 'absences'>) {
    super();
    this.#client = client;
  }

  load(): Promise<boolean> {
    return this.work('load', async () => void (this.list = await this.#client.absences.list()));
  }

  set(input: { readonly act: ActId; readonly user: UserId; readonly deputy: UserId; readonly from: IsoDay; readonly until: IsoDay | null }): Promise<boolean> {
    return this.work('set', async () => void (this.list = await this.#client.absences.set(input)));
  }

  end(id: RecordId, until: IsoDay): Promise<boolean> {
    return this.work('end', async () => void (this.list = await this.#client.absences.end({ id, until })));
  }
}

/** Those still to come and those that run; what is over is history. */
export function current(list: readonly AbsenceView[], today: IsoDay): readonly AbsenceView[] {
  return list.filter(({ until }) => until === null || until >= today);
}
