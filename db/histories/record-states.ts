/** The folded state of every record, kept beside the histories so that opening a case reads one row. */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { FoldedRecord } from '../../shared/history/extend-fold.ts';
import type { RecordKind } from '../../shared/history/intent.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { Sqlite } from '../open-database.ts';
import { packText, unpackText } from './packed-text.ts';

export interface RecordStates {
  find(record: RecordId): RecordState | undefined;
  /** Whole, with the texts, to extend from; see [Note: shape of a state]. */
  findFold(record: RecordId): FoldedRecord | 'other_shape' | undefined;
  save(folded: FoldedRecord): void;
  findKind(record: RecordId): RecordKind | undefined;
  ids(kind: RecordKind): readonly RecordId[];
  clear(): void;
}

interface Row {
  readonly state: string;
  readonly fold: string;
  readonly texts: string;
}

/**
 * [Note: shape of a state] How folds are kept has changed and will again. A row names the shape it was written in; one of another
 * shape is not read but made anew from its history, by whoever needs it next.
 */
const shape = 2;

interface Rest {
  readonly shape?: number;
  readonly missing: FoldedRecord['missing'];
  readonly ring: boolean;
}

type Texts = FoldedRecord['texts'];

function mapTexts(texts: Texts, change: (text: string) => string): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([entry, fields]) => [
      entry,
      Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, change(text)])),
    ]),
  );
}

export function recordStates(db: Sqlite): RecordStates {
  const state = db.prepare<[string], string>('SELECT state FROM record_states WHERE record = ?').pluck();
  const whole = db.prepare<[string], Row>('SELECT state, fold, texts FROM record_states WHERE record = ?');
  const upsert = db.prepare(`
    INSERT INTO record_states (record, kind, state, fold, texts) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (record) DO UPDATE SET kind = excluded.kind, state = excluded.state, fold = excluded.fold, texts = excluded.texts`);
  const kindOf = db.prepare<[string], string>('SELECT kind FROM record_states WHERE record = ?').pluck();
  const ofKind = db.prepare<[string], string>('SELECT record FROM record_states WHERE kind = ? ORDER BY record').pluck();
  const clear = db.prepare('DELETE FROM record_states');

  return {
    find: (record) => {
      const json = state.get(record);
      return json === undefined ? undefined : (JSON.parse(json) as RecordState);
    },
    findFold: (record) => {
      const row = whole.get(record);
      if (row === undefined) return undefined;
      const { shape: written, missing, ring } = JSON.parse(row.fold) as Rest;
      if (written !== shape) return 'other_shape';
      const texts = mapTexts(JSON.parse(row.texts) as Texts, unpackText);
      return { state: JSON.parse(row.state) as RecordState, texts, missing, ring };
    },
    save: (folded) => {
      const { record, kind } = folded.state;
      const fold = JSON.stringify({ shape, missing: folded.missing, ring: folded.ring } satisfies Rest);
      upsert.run(record, kind, JSON.stringify(folded.state), fold, JSON.stringify(mapTexts(folded.texts, packText)));
    },
    findKind: (record) => kindOf.get(record) as RecordKind | undefined,
    ids: (kind) => ofKind.all(kind) as RecordId[],
    clear: () => void clear.run(),
  };
}
