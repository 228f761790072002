/** The coded rows a restore puts into the cases: those that belong to nobody. Those of living cases are made anew from their histories. */
import { randomBytes } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { cutFact } from '../../shared/monitoring/cut.ts';
import type { CaseYearFact } from '../../shared/monitoring/types.ts';
import { addUnlinkedFacts, keptFacts, readFrozenYears, replaceKeptFacts, type KeptFactRow } from '../cases/kept-facts.ts';
import type { ErasureReason } from '../contract/backup.ts';
import { remainderOf } from '../erase/remainder.ts';
import { hasTable } from '../has-table.ts';
import type { Sqlite } from '../open-database.ts';
import { readKeyed, tolerate } from './tolerant-read.ts';

/** Why a record was erased; null for one that was not. */
export type ReasonOf = (record: RecordId) => ErasureReason | null;

/**
 * Where the former table can be read to its end, it is the truth: also a row that was still linked when its file had been given up to be
 * forgotten becomes one of nobody. Else what the keyring kept of them is.
 *
 * `former`: null unless it is as young as what was lost. In a transaction of the restored database; the keyring follows.
 */
export function restoreFacts(restored: Sqlite, keyring: Sqlite, former: Sqlite | null, reasonOf: ReasonOf): void {
  const frozen = readFrozenYears(keyring);
  const rows = (former === null ? null : ofFormer(former, reasonOf)) ?? keptFacts(keyring);
  restored.exec('DELETE FROM fact_links; DELETE FROM monitoring_case_years');
  addUnlinkedFacts(restored, rows.filter(({ year }) => !frozen.has(year)));
  keyring.transaction(() => { replaceKeptFacts(keyring, rows.filter(({ year }) => !frozen.has(year))); }).immediate();
}

/** null unless both tables can be read whole: without all links nobody can tell whose a row is, and those of living cases would count twice. */
function ofFormer(former: Sqlite, reasonOf: ReasonOf): readonly KeptFactRow[] | null {
  if (!tolerate(() => hasTable(former, 'monitoring_case_years') && hasTable(former, 'fact_links'))) return null;
  const owners = new Map<string, RecordId>();
  const rows: KeptFactRow[] = [];
  const linksRead = readKeyed<{ record: RecordId; row_id: Buffer }>(former, 'fact_links', 'record, row_id', 'record', ({ record, row_id }) => {
    owners.set(row_id.toString('hex'), record);
  });
  const factsRead = readKeyed<KeptFactRow>(former, 'monitoring_case_years', 'row_id, year, codes, key_named, key_sums', 'row_id', (row) => rows.push(row));
  if (!linksRead || !factsRead) return null;
  return rows.flatMap((row) => {
    const owner = owners.get(row.row_id.toString('hex'));
    if (owner === undefined) return [row];
    const reason = reasonOf(owner);
    return reason === null ? [] : released(row, reason);
  });
}

function released(row: KeptFactRow, reason: ErasureReason): readonly KeptFactRow[] {
  const fact = { codes: JSON.parse(row.codes) as CaseYearFact['codes'], keyNamed: row.key_named, keySums: row.key_sums };
  const stays = cutFact(fact, remainderOf[reason]);
  if (stays === null) return [];
  return [{ row_id: Buffer.from(randomBytes(16)), year: row.year, codes: canonicalJson(stays.codes), key_named: stays.keyNamed, key_sums: stays.keySums }];
}
