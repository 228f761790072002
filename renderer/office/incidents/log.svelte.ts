/** The log of the office as the head sees it: by role, and for a moment with names, when two people open it. */
import type { AuditByPerson, AuditByRole } from '../../../shared/rpc/audit.views.ts';
import { addDays, type IsoDay } from '../../../shared/domain/day.ts';
import { DayInput } from '../case/acts/day-input.svelte.ts';
import { explainCall } from '../case/explain.ts';
import type { OfficeClient } from '../rpc.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';
import { Working } from '../working.svelte.ts';

type Asked = Pick<OfficeClient, 'audit' | 'rights'>;

const daysShown = 30;
const linesShown = 1_000;

export class OfficeLog extends Working<'read' | 'pdf' | 'json'> {
  readonly #client: Asked;
  readonly #saved: SavedFiles;
  readonly from: DayInput;
  readonly until: DayInput;
  byRole: AuditByRole | null = $state.raw(null);
  /** Gone with the dialog that shows it. */
  byPerson: AuditByPerson | null = $state.raw(null);
  /** The overview that was made last lists fewer lines of the log than there are. */
  overviewCut = $state(false);

  constructor(client: Asked, saved: SavedFiles, today: IsoDay) {
    super();
    this.#client = client;
    this.#saved = saved;
    this.from = new DayInput(addDays(today, -daysShown));
    this.until = new DayInput(today);
  }

  /** Null while a day is missing. */
  get #period(): { readonly from: IsoDay; readonly until: IsoDay } | null {
    const [from, until] = [this.from.read(), this.until.read()];
    return from === null || until === null ? null : { from, until };
  }

  async read(): Promise<void> {
    const period = this.#period;
    if (period === null) return;
    await this.work('read', async () => {
      this.byRole = await this.#client.audit.read({ ...period, limit: linesShown });
    });
  }

  /** Null: it is open. Else why not. */
  async open(reason: string, second: { readonly login: string; readonly password: string } | null): Promise<string | null> {
    const period = this.#period;
    if (period === null) return '';
    try {
      this.byPerson = await this.#client.audit.readNames({ ...period, limit: linesShown, reason, second });
      return null;
    } catch (error) {
      return explainCall(error);
    }
  }

  close(): void {
    this.byPerson = null;
  }

  /** For the data protection officer. */
  async overview(kind: 'pdf' | 'json'): Promise<void> {
    const period = this.#period;
    if (period === null) return;
    await this.work(kind, async () => {
      const made = await this.#client.rights.officerExtract(period);
      this.overviewCut = made.logCut;
      await this.#saved.savePaperAndTell(made[kind], `${made.fileName}.${kind}`, { personal: true });
    });
  }
}
