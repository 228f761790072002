/** The Übungs-JMD that is measured: made anew or found, seeded up to the wanted number of cases. */
import { mkdirSync } from 'node:fs';
import { seedOffice } from '../../office/seed.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import { withCore, type OfficeAtWork } from '../office-session.ts';

/** Opens made-up people only, so it may be known. */
export const benchPassword = 'lotse-bench-2026';

/** Seeds what is missing. Throws what the core throws, such as FOLDER_IN_USE. */
export async function prepareOffice(dir: string, cases: number, year: number, say: (text: string) => void): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  await withCore({ dir }, async ({ client, core }) => {
    const status = await client.session.status();
    if (status.phase === 'empty') {
      const { recoveryCode } = await client.session.initialise({
        officeId: OfficeId.parse('UEB-BENCH'),
        officeName: 'JMD Messstrecke (Übung)',
        carrierGroup: 'awo',
        land: '03',
        privacyLaw: 'gdpr',
        login: 'leitung',
        displayName: 'Petra Amsel',
        password: benchPassword,
        training: true,
      });
      await client.session.confirmRecovery({ code: recoveryCode });
    } else {
      await client.session.unlock({ login: null, password: benchPassword });
    }
    const { total } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 1 });
    const missing = cases - total;
    if (missing <= 0) return;
    say(`${String(missing)} Fälle werden angelegt`);
    await seedOffice(core, { cases: missing, year, seed: cases + total, onProgress: (done) => { say(`${String(total + done)} von ${String(cases)} Fällen`); } });
  });
}

/** Runs `act` on the prepared office, still locked. Nothing goes on beside it: neither the day's backup nor the check of the week. */
export function withBenchOffice<T>(dir: string, act: (office: OfficeAtWork) => Promise<T>): Promise<T> {
  return withCore({ dir }, act, { background: false });
}
