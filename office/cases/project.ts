/** From the histories of a case to everything that is kept beside them, inside the caller's transaction. */
import type { Actor } from '../../db/contract/actor.ts';
import type { CaseProjection, WordsIndexed } from '../../db/contract/cases.ts';
import type { CasesTx } from '../../db/contract/store.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import { healthConsentGiven } from '../../shared/cases/consent.ts';
import { projectCase } from '../../shared/cases/project-case.ts';
import { projectedReading, readableState } from '../../shared/cases/readable.ts';
import type { ClockSettings } from '../../shared/clock/types.ts';
import { randomBelow } from '../../shared/crypto/sodium.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { type IntentBody, maxCountKey } from '../../shared/history/intent.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { deriveFacts } from '../../shared/monitoring/facts.ts';
import { clockRowOf } from '../clock/row.ts';

export interface ToProject {
  readonly catalogue: LoadedCatalogue;
  readonly caseState: RecordState;
  readonly person: RecordState | undefined;
  readonly today: IsoDay;
  readonly changedAt: string;
  /** When the words of its texts go into the index. */
  readonly indexed: WordsIndexed;
  readonly clock: ClockSettings;
}

/** A year of the case that counts from now on and has no count keys yet: random once, kept in its record (DESIGN §6). */
function drawKeys(year: number): IntentBody {
  return { type: 'setCountKeys', year, named: randomBelow(maxCountKey + 1), sums: randomBelow(maxCountKey + 1) };
}

/**
 * Saves row, dates, words and facts of a case, drawing count keys where a year needs them.
 *
 * Child protection is in none of them but as a day for its own readers, health only while she agrees to it. Returns the state of the case file with the keys in it, whole.
 */
export function saveProjection(tx: CasesTx, { catalogue, caseState, person, today, changedAt, indexed, clock }: ToProject, actor: Actor): RecordState {
  const reading = projectedReading(healthConsentGiven(caseState));
  const read = (state: RecordState): RecordState => readableState(catalogue, inEdition(catalogue, state), reading);
  const card = person === undefined || cardIsInside(caseState) ? undefined : read(person);
  const answers = readCase(read(caseState), card);
  const frozen = tx.frozenYears();
  const derived = deriveFacts(answers, caseState.countKeys, today, frozen);
  const { missingKeys } = derived;
  const complete = missingKeys.length === 0 ? caseState : tx.histories.append(caseState.record, 'case', missingKeys.map(drawKeys), actor);
  // A key changes no answer, so what was read of the file still stands.
  const { facts } = missingKeys.length === 0 ? derived : deriveFacts(answers, complete.countKeys, today, frozen);
  // Whole: what nobody may read of it holds the file all the same.
  const wholeFile = { catalogue, caseState: inEdition(catalogue, complete), person: person === undefined || cardIsInside(caseState) ? undefined : inEdition(catalogue, person) };
  const row = clockRowOf(wholeFile, clock, today);
  const forProtection = readableState(catalogue, wholeFile.caseState, { ...reading, protection: true });
  const projected = projectCase({ catalogue, caseState: read(complete), forProtection, person: card, today, changedAt, clock });
  const projection: CaseProjection = { ...projected, facts, clock: row };
  tx.projections.save(complete.record, projection, indexed);
  return complete;
}
