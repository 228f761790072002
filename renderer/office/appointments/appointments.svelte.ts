/** Appointments of a day or a week, mine, of a colleague or of all. */
import { addDays, type IsoDay } from '../../../shared/domain/day.ts';
import type { ActId, EntryId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { AppointmentView } from '../../../shared/rpc/desk.views.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import { daysOf, type Span } from './span.ts';
import type { TypedAppointment } from './typed-appointment.ts';

type AppointmentsClient = Pick<OfficeClient, 'appointments'>;

export class Appointments extends Working<'load' | 'change' | 'plan'> {
  readonly #client: AppointmentsClient;
  span: Span = $state('day');
  day: IsoDay = $state() as IsoDay;
  /** null: everybody's. */
  staff: UserId | null = $state(null);
  /** null until the first answer. */
  days: readonly { readonly day: IsoDay; readonly list: readonly AppointmentView[] }[] | null = $state.raw(null);
  #asked = 0;

  constructor(client: AppointmentsClient, day: IsoDay, staff: UserId | null) {
    super();
    this.#client = client;
    this.day = day;
    this.staff = staff;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { staff } = this;
    const wanted = daysOf(this.span, this.day);
    await this.work('load', async () => {
      const days = await Promise.all(wanted.map(async (day) => ({ day, list: await this.#client.appointments.ofDay({ day, staff }) })));
      if (asked === this.#asked) this.days = days;
    });
  }

  /** One of a person; null: it is not there any more, or could not be asked for. */
  async find(record: RecordId, entry: EntryId): Promise<AppointmentView | null> {
    let found: AppointmentView | null = null;
    await this.work('load', async () => {
      const list = await this.#client.appointments.ofPerson({ record });
      found = list.find((one) => one.entry === entry) ?? null;
    });
    return found;
  }

  step(by: 1 | -1): void {
    this.day = addDays(this.day, by * (this.span === 'day' ? 1 : 7));
  }

  plan(record: RecordId, { day, time }: TypedAppointment, staff: UserId | null, act: ActId): Promise<boolean> {
    return this.#act('plan', () => this.#client.appointments.plan({ act, record, day, time, staff }));
  }

  /** What became of it. */
  say(one: AppointmentView, status: string): Promise<boolean> {
    const { record, entry, day, time, staff } = one;
    return this.#act('change', () => this.#client.appointments.change({ record, entry, day, time, staff, status }));
  }

  /** The new day; it is open again. */
  move(one: AppointmentView, { day, time }: TypedAppointment, staff: UserId | null): Promise<boolean> {
    const { record, entry } = one;
    return this.#act('change', () => this.#client.appointments.change({ record, entry, day, time, staff, status: 'planned' }));
  }

  async #act(work: 'plan' | 'change', run: () => Promise<unknown>): Promise<boolean> {
    const done = await this.work(work, async () => void (await run()));
    if (done) await this.load();
    return done;
  }
}
