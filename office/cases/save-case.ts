/** The one way an act on a case is written. */
import type { AuditEntry } from '../../db/contract/audit.ts';
import type { CasesTx } from '../../db/contract/store.ts';
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { languageOfTranslations } from '../../shared/cases/translation-language.ts';
import { emptiedNames } from '../../shared/catalogue/in-edition.ts';
import type { CaseRecord } from '../../shared/catalogue/types.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { IntentBody } from '../../shared/history/intent.ts';
import type { CasesContext } from '../context.ts';
import { keepParentsOnCard, parentsAhead, writeParents } from '../people/parents-on-card.ts';
import { clockSettings } from '../clock/settings.ts';
import { readableFile } from './who-asks.ts';
import { indexSoon } from '../search/words-later.ts';
import type { Act } from './act.ts';
import { saveProjection } from './project.ts';
import { markStale, settle } from './stale.ts';

export interface CaseAct {
  /** For the log: `case.answer`. */
  readonly action: string;
  /** Which field, never what was written. */
  readonly details: AuditEntry['details'];
  readonly decided: readonly Decided[];
  /** The window's name for the act, see [Note: act]; without it the intents get random ids. */
  readonly act?: Act;
  /** Written in the same transaction of the cases. */
  readonly alongside?: (tx: CasesTx) => void;
}

/**
 * Appends what was decided, projects, counts and logs it.
 *
 * Everything of the case file is one transaction. What belongs on the card is committed before, see [Note: stale] and
 * [Note: parents on the card].
 */
export function saveCase(context: CasesContext, file: CaseFile, caseAct: CaseAct): CaseFile {
  const { store, office, actor } = context;
  const { record } = file.caseState;
  const { decided, act } = caseAct;
  const cardBodies = bodiesOf(decided, 'person');
  const parents = parentsAhead(file.caseState, decided);
  const person =
    cardBodies.length === 0 && parents === undefined
      ? file.person
      : store.desk.write((tx) => {
          markStale(tx, office, [record]);
          if (parents !== undefined) writeParents(tx, record, parents, actor);
          if (cardBodies.length === 0) return file.person;
          tx.audit.write(entryOf(file, caseAct), actor);
          const bodies = emptiedNames(file.catalogue, tx.histories.find(record), cardBodies);
          return tx.histories.append(record, 'person', bodies, actor, act?.idsFor('person'));
        });
  const saved = context.cases.write((tx) => saveIn(tx, context, { ...file, person }, caseAct));
  keepParentsOnCard(store, saved.caseState, actor);
  afterSaving(context, [record]);
  return saved;
}

export interface CaseSave extends CaseAct {
  readonly file: CaseFile;
}

/** Acts on several files in one transaction: all of them or none. For what lies behind the cases door only. */
export function saveTogether(context: CasesContext, saves: readonly CaseSave[]): readonly CaseFile[] {
  if (saves.some(({ decided }) => bodiesOf(decided, 'person').length > 0)) throw new Error('cards are saved one by one');
  const saved = context.cases.write((tx) => saves.map(({ file, ...caseAct }) => saveIn(tx, context, file, caseAct)));
  afterSaving(context, saves.map(({ file }) => file.caseState.record));
  return saved;
}

/** The part behind the cases door. `file.person`: the card as it stands now. Returns the file as whoever acts may read it. */
function saveIn(tx: CasesTx, { actor, options, store }: CasesContext, file: CaseFile, caseAct: CaseAct): CaseFile {
  const { catalogue, person } = file;
  const { record } = file.caseState;
  const { decided, act, alongside } = caseAct;
  const bodies = emptiedNames(catalogue, tx.histories.find(record), bodiesOf([...decided, ...languageOfTranslations(file, decided)], 'case'));
  alongside?.(tx);
  // Whole, whoever acts: what she may not read is counted all the same.
  const appended = bodies.length === 0 ? (tx.histories.find(record) ?? file.caseState) : tx.histories.append(record, 'case', bodies, actor, act?.idsFor('case'));
  if (bodies.length > 0 || bodiesOf(decided, 'person').length === 0) tx.audit.write(entryOf(file, caseAct), actor);
  const before = tx.projections.findRow(record)?.changedAt ?? '';
  const changedAt = actor.at > before ? actor.at : before;
  const clock = store.desk.read(clockSettings);
  const saved = saveProjection(tx, { catalogue, caseState: appended, person, today: options.today(), changedAt, indexed: 'later', clock }, actor);
  return readableFile({ ...file, caseState: saved, person });
}

function entryOf({ caseState, right }: CaseFile, { action, details }: CaseAct): AuditEntry {
  return { action, record: caseState.record, details: { ...details, right } };
}

function bodiesOf(decided: readonly Decided[], record: CaseRecord): readonly IntentBody[] {
  return decided.filter((one) => one.record === record).map(({ body }) => body);
}

function afterSaving(context: CasesContext, records: readonly RecordId[]): void {
  settle(context.office, records);
  indexSoon(context, context.office);
}
