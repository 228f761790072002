/** Behaviour of the open hour: Kurzberatungen of a day, and the Vormerkungen. */
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { ActId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { yearOf } from '../../../shared/domain/day.ts';
import type { CaseView } from '../../../shared/rpc/case.views.ts';
import type { PreRegistrationView, TallyRowView, TallySummaryView } from '../../../shared/rpc/desk.views.ts';
import { tallyDay } from '../../../shared/tally/tally-of.ts';
import { newActId } from '../case/act-id.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import type { TallySheet } from './tally-sheet.svelte.ts';

type Work = 'load' | 'save' | 'row' | 'remove';

export class Tallies extends Working<Work> {
  readonly #client: Pick<OfficeClient, 'tally'>;
  rows: readonly TallyRowView[] | null = $state.raw(null);
  summary: TallySummaryView | null = $state.raw(null);
  /** Where the last problem belongs. */
  problemAt: 'sheet' | 'list' = $state('list');
  #asked = 0;

  constructor(client: Pick<OfficeClient, 'tally'>) {
    super();
    this.#client = client;
  }

  async load(day: IsoDay): Promise<void> {
    const asked = ++this.#asked;
    this.problemAt = 'list';
    await this.work('load', async () => {
      const [rows, summary] = await Promise.all([this.#client.tally.list({ from: day, to: day }), this.#client.tally.summary({ year: yearOf(day) })]);
      if (asked !== this.#asked) return;
      this.rows = rows;
      this.summary = summary;
    });
  }

  async save(sheet: TallySheet): Promise<boolean> {
    this.problemAt = 'sheet';
    const done = await this.work('save', async () => {
      await this.#client.tally.enter({ act: sheet.act, rows: sheet.sent(tallyDay) });
      sheet.restart();
    });
    if (done) await this.load(sheet.day);
    return done;
  }

  change({ session, entry }: TallyRowView, answers: Readonly<Record<string, AnswerValue>>, day: IsoDay): Promise<boolean> {
    return this.#act(day, () => this.#client.tally.change({ session, entry, answers: { ...answers } }));
  }

  retire({ session, entry }: TallyRowView, retired: boolean, day: IsoDay): Promise<boolean> {
    return this.#act(day, () => this.#client.tally.retire({ session, entry, retired }));
  }

  moveToCase({ session, entry }: TallyRowView, caseId: RecordId, act: ActId, day: IsoDay): Promise<boolean> {
    return this.#act(day, () => this.#client.tally.moveToCase({ act, session, entry, caseId }));
  }

  async #act(day: IsoDay, run: () => Promise<unknown>): Promise<boolean> {
    this.problemAt = 'list';
    const done = await this.work('row', async () => void (await run()));
    if (done) await this.load(day);
    return done;
  }
}

export interface Consent {
  readonly day: IsoDay;
  /** Code of `consent_form`. */
  readonly form: string;
  readonly givenBy: string;
  readonly textVersion: string;
  readonly language: string;
}

export interface NewPreRegistration {
  readonly firstName: string;
  readonly phone: string;
  readonly appointment: { readonly day: IsoDay; readonly time: string | null; readonly staff: UserId | null } | null;
}

export class PreRegistrations extends Working<Work> {
  readonly #client: Pick<OfficeClient, 'preRegistrations'>;
  list: readonly PreRegistrationView[] | null = $state.raw(null);
  #act = newActId();

  constructor(client: Pick<OfficeClient, 'preRegistrations'>) {
    super();
    this.#client = client;
  }

  load(): Promise<boolean> {
    return this.work('load', async () => void (this.list = await this.#client.preRegistrations.list()));
  }

  /** null when it was not stored. */
  async create(input: NewPreRegistration): Promise<PreRegistrationView | null> {
    let made: PreRegistrationView | null = null;
    const done = await this.work('save', async () => {
      made = await this.#client.preRegistrations.create({ act: this.#act, ...input });
      this.#act = newActId();
    });
    if (done) await this.load();
    return made;
  }

  async change(record: RecordId, change: { readonly firstName: string; readonly phone: string }): Promise<boolean> {
    const done = await this.work('row', async () => void (await this.#client.preRegistrations.change({ record, ...change })));
    if (done) await this.load();
    return done;
  }

  async remove(record: RecordId): Promise<boolean> {
    const done = await this.work('remove', async () => void (await this.#client.preRegistrations.remove({ record })));
    if (done) await this.load();
    return done;
  }

  /** The file, where it was made. */
  async toCase(record: RecordId, consent: Consent, tally: Pick<TallyRowView, 'session' | 'entry'> | null, act: ActId): Promise<CaseView | null> {
    let view: CaseView | null = null;
    const ref = tally === null ? null : { session: tally.session, entry: tally.entry };
    await this.work('row', async () => void (view = await this.#client.preRegistrations.toCase({ act, record, consent, tally: ref })));
    return view;
  }
}
