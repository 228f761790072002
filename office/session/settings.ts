/** The office's own few values, kept behind the desk door; parsed on the way in because another version may have written them. */
import { z } from 'zod';
import type { DeskTx } from '../../db/contract/store.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { OfficeId, RecordId } from '../../shared/domain/ids.ts';
import { lockAfterMinutes } from '../../shared/rpc/safety.contract.ts';
import { CarrierGroup, Envelope, KeyId, Land, PublicKey } from '../../shared/envelopes/types.ts';

export const OfficeSettings = z.object({
  id: OfficeId,
  name: z.string(),
  carrierGroup: CarrierGroup,
  land: Land,
  privacyLaw: z.enum(['gdpr', 'kdg', 'dsg_ekd']),
  training: z.boolean(),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

/** When the Notfallblatt was typed back; null until then. */
export const RecoverySettings = z.object({ confirmedAt: z.string().nullable() });

/** Last running number of the year. */
export const NumberSettings = z.object({ year: z.int(), last: z.int().min(0) });

/** [Note: stale] Cases to project anew at the next unlock; see office/cases/stale.ts. */
export const StaleSettings = z.object({ records: z.array(RecordId) });

/**
 * For what all projections were last made. The day: dates become due and years begin without anybody typing. Catalogue edition and
 * monitoring plan (`id/version`): another one reads or counts the same answers differently. '' where an earlier version did not say.
 * `words`: how the words of the search index were made. `clock`: with which months the rows of the clock were.
 */
export const ProjectedSettings = z.object({ day: IsoDay, catalogue: z.string().default(''), plan: z.string().default(''), words: z.int().default(1), clock: z.string().default('') });

/** The connection to the central server. `authority` is pinned at the first contact and never changes by itself. */
export const ServerSettings = z.object({
  url: z.string(),
  name: z.string(),
  training: z.boolean(),
  authority: z.object({ keyId: KeyId, publicKey: PublicKey }),
  enrolment: z.string(),
  requestedAt: z.string(),
  certificate: z.object({ envelope: Envelope, validUntil: IsoDay }).nullable(),
});
export type ServerSettings = z.infer<typeof ServerSettings>;

/** Minutes without a touch until Lotse locks. */
export const LockAfterSettings = z.object({ minutes: z.int().min(lockAfterMinutes.min).max(lockAfterMinutes.max) });

/** Breaches of data protection: what happened and who was told, no person; see shared/rights/incident.ts. */
export const IncidentsSettings = z.object({
  incidents: z.array(
    z.object({
      id: RecordId,
      what: z.string(),
      noticedAt: z.string(),
      data: z.string(),
      people: z.string(),
      measures: z.string(),
      risk: z.enum(['none', 'some', 'high']),
      authorityToldOn: IsoDay.nullable(),
      personsToldOn: IsoDay.nullable(),
      whyNotTold: z.string(),
    }),
  ),
});

/** Kurzberatungen of the years whose rows are gone: sums, nothing else. */
const TallyTotalsSettings = z.object({ years: z.record(z.string(), z.object({ count: z.int(), minutes: z.int(), moved: z.int() })) });

const shapes = {
  office: OfficeSettings,
  recovery: RecoverySettings,
  case_number: NumberSettings,
  stale: StaleSettings,
  projected: ProjectedSettings,
  server: ServerSettings,
  lock_after: LockAfterSettings,
  incidents: IncidentsSettings,
  tally_totals: TallyTotalsSettings,
} as const;

type Shapes = typeof shapes;
export type SettingKey = keyof Shapes;
export type Setting<Key extends SettingKey> = z.infer<Shapes[Key]>;

/** undefined when it was never written. A value this version cannot read is a bug and throws. */
export function readSetting<Key extends SettingKey>(tx: DeskTx, key: Key): Setting<Key> | undefined {
  const value = tx.settings.read(key);
  if (value === undefined || value === null) return undefined;
  return shapes[key].parse(value) as Setting<Key>;
}

export function writeSetting<Key extends SettingKey>(tx: DeskTx, key: Key, value: Setting<Key>): void {
  tx.settings.write(key, { ...value });
}

export function lockAfterOf(tx: DeskTx): number {
  return readSetting(tx, 'lock_after')?.minutes ?? lockAfterMinutes.usual;
}
