/** Fills an Übungs-JMD with made-up cases, through the same histories, projections and facts as typed ones. */
import { ORPCError } from '@orpc/server';
import { setImmediate } from 'node:timers/promises';
import type { RecordState } from '../shared/history/state.ts';
import { randomId } from '../shared/crypto/sodium.ts';
import { RecordId } from '../shared/domain/ids.ts';
import { casesContext, openContext } from './base.ts';
import { firstIntents, nextCaseNumber } from './cases/create-case.ts';
import { saveProjection } from './cases/project.ts';
import { markStale, settle } from './cases/stale.ts';
import { restFrom } from './clock/guard.ts';
import { clockSettings } from './clock/settings.ts';
import type { CasesContext } from './context.ts';
import type { Core } from './core.ts';
import { trainingIntents, type TrainingIntents } from './seed-intents.ts';
import { makeTrainingCase } from './training/make-training-case.ts';
import { createRandom, defaultTrainingSeed } from './training/random.ts';

/** Cases per transaction: few enough that memory stays flat, many enough that the disk is not asked for each. */
const batchSize = 200;

export interface SeedOptions {
  readonly cases: number;
  /** Reporting year in which the cases count. */
  readonly year: number;
  /** Other cases for another number; by default those of this JMD-Kennung. */
  readonly seed?: number;
  readonly onProgress?: (done: number) => void;
}

interface Seeded {
  readonly record: RecordId;
  readonly intents: TrainingIntents;
}

/** Another JMD, other people; the same JMD, the same people every time. */
function seedOf(office: string): number {
  return [...office].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 31, defaultTrainingSeed);
}

function writeBatch({ store, cases, office, actor, options }: CasesContext, batch: readonly Seeded[]): void {
  const records = batch.map(({ record }) => record);
  const { catalogue } = options;
  const today = options.today();
  const clock = store.desk.read(clockSettings);
  const cards = new Map<RecordId, { readonly number: string; readonly person: RecordState }>();
  store.desk.write((tx) => {
    markStale(tx, office, records);
    for (const { record, intents } of batch) {
      const number = nextCaseNumber(tx, office.settings.id, today);
      cards.set(record, { number, person: tx.histories.append(record, 'person', [{ type: 'createRecord' }, ...intents.person], actor) });
    }
    // As after any import: somebody looks first.
    restFrom(tx, today);
    tx.audit.write({ action: 'office.seed', record: null, details: { cases: batch.length } }, actor);
  });
  cases.write((tx) => {
    for (const { record, intents } of batch) {
      const card = cards.get(record);
      if (card === undefined) throw new Error('a case without its card');
      const first = firstIntents(card.number, office.settings.id, actor).map(({ body }) => body);
      const caseState = tx.histories.append(record, 'case', [...first, ...intents.case], actor);
      saveProjection(tx, { catalogue, caseState, person: card.person, today, changedAt: actor.at, indexed: 'now', clock }, actor);
    }
  });
  settle(office, records);
}

/** Throws NOT_TRAINING in a real JMD, LOCKED and RECOVERY_NOT_CONFIRMED like any other act. */
export async function seedOffice(core: Core, { cases, year, seed, onProgress }: SeedOptions): Promise<void> {
  const context = casesContext(openContext(core.context));
  const { settings, recoveryConfirmed } = context.office;
  if (!settings.training) throw new ORPCError('NOT_TRAINING');
  if (!recoveryConfirmed) throw new ORPCError('RECOVERY_NOT_CONFIRMED');
  const random = createRandom(seed ?? seedOf(settings.id));
  const when = { year, today: context.options.today() };
  for (let done = 0; done < cases; ) {
    const size = Math.min(batchSize, cases - done);
    const batch = Array.from({ length: size }, (_, at) => ({
      record: RecordId.parse(randomId()),
      intents: trainingIntents(makeTrainingCase(random, done + at, when)),
    }));
    if (core.context.session.open !== context.office) throw new ORPCError('LOCKED');
    writeBatch(context, batch);
    done += size;
    onProgress?.(done);
    await setImmediate();
  }
  // Nothing is stale any more; without this the next unlock would project the last batch once again.
  context.store.desk.write((tx) => { markStale(tx, context.office, []); });
}
