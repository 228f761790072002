/** Months of the clock as the head sets them. */
import type { ClockSettings } from '../../../shared/clock/types.ts';
import { announce } from '../../ui/toast.svelte.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import { clockSettingTexts as texts } from './clock-texts.ts';

export class ClockSetting extends Working<'load' | 'set'> {
  readonly #client: Pick<OfficeClient, 'clock'>;
  settings: ClockSettings | null = $state.raw(null);

  constructor(client: Pick<OfficeClient, 'clock'>) {
    super();
    this.#client = client;
  }

  load(): Promise<boolean> {
    return this.work('load', async () => {
      this.settings = (await this.#client.clock.overview({ limit: 1 })).settings;
    });
  }

  set(settings: ClockSettings): Promise<boolean> {
    return this.work('set', async () => {
      this.settings = (await this.#client.clock.settings(settings)).settings;
      announce(texts.done, 'good');
    });
  }
}
