/** Made-up histories: two or three PCs that write apart, with every kind of intent. */
import * as fc from 'fast-check';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { AttachmentId, DeviceId, EntryId, IntentId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { basesFor, rankBasesFor, statusBasesFor, textBasesFor } from '../../../shared/history/base-of.ts';
import { emptyState, fold } from '../../../shared/history/fold.ts';
import type { Intent, IntentBody } from '../../../shared/history/intent.ts';
import type { RecordState } from '../../../shared/history/state.ts';
import { editsOf, makeTextEdit } from '../../../shared/history/text.ts';

export const record = 'c0'.repeat(16) as RecordId;

/** A random-looking id that is the same in every run: ids of one run must not come in the order of writing. */
export function idOf(salt: string, n: number): string {
  let hash = 2166136261;
  for (const char of `${salt}:${n}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  const words = [];
  for (let i = 0; i < 4; i++) {
    hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
    words.push(hash.toString(16).padStart(8, '0'));
  }
  return words.join('');
}

/** One PC with its replica of the record. */
export class Replica {
  intents: Intent[] = [];
  private readonly salt: string;
  private written = 0;

  constructor(salt: string) {
    this.salt = salt;
  }

  state(): RecordState {
    return this.intents.length === 0 ? emptyState(record, 'case') : fold(this.intents);
  }

  write(body: IntentBody): Intent {
    this.written += 1;
    const intent: Intent = {
      id: idOf(this.salt, this.written) as IntentId,
      record,
      kind: 'case',
      author: idOf('author', this.salt.length) as UserId,
      device: idOf(`device ${this.salt}`, 0) as DeviceId,
      sequence: this.written,
      at: '2026-03-02T09:00:00Z',
      body,
    };
    this.intents.push(intent);
    return intent;
  }

  answer(field: string, value: AnswerValue, entry: EntryId | null = null): Intent {
    return this.write({ type: 'answer', entry, field, value, base: basesFor(this.state(), entry, field) });
  }

  edit(field: string, newText: string, entry: EntryId | null = null): Intent | undefined {
    const base = textBasesFor(this.state(), entry, field);
    const update = makeTextEdit(editsOf(this.intents, entry, field), base, newText);
    return update === null ? undefined : this.write({ type: 'editText', entry, field, update, base });
  }

  text(field: string): string {
    return this.state().texts['']?.[field]?.text ?? '';
  }

  take(other: Replica): void {
    const here = new Set(this.intents.map((i) => i.id));
    this.intents.push(...other.intents.filter((i) => !here.has(i.id)));
  }
}

const fields = ['case.aim', 'person.language', 'goal.title'];
const texts = ['case.note', 'goal.own_words'];
const words = ['', 'Ausbildung ', 'Deutsch B1', '🙂', 'zeugnis', 'Öl ', 'تعلم', 'ß'];

/** One thing somebody does, as numbers that {@link act} turns into an intent. */
export const action = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('answer', 'answer', 'edit', 'edit', 'add', 'retire', 'rank', 'keys', 'keep', 'exchange'),
  a: fc.nat(50),
  b: fc.nat(50),
});
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

export function act(replicas: readonly Replica[], { who, what, a, b }: Action): void {
  const replica = pick(replicas, who);
  const state = replica.state();
  const entries = Object.keys(state.entries) as EntryId[];
  const entry = entries.length > 0 && a % 2 === 0 ? pick(entries, b) : null;
  switch (what) {
    case 'answer':
      replica.answer(pick(fields, a), b % 5 === 0 ? null : `v${b}`, entry);
      return;
    case 'edit': {
      const field = pick(texts, a);
      const before = [...(state.texts[entry ?? '']?.[field]?.text ?? '')];
      const at = b % (before.length + 1);
      replica.edit(field, [...before.slice(0, at), pick(words, a), ...before.slice(at + (b % 3))].join(''), entry);
      return;
    }
    case 'add':
      replica.write({ type: 'addEntry', entry: idOf(`entry ${who}`, replica.intents.length) as EntryId, group: 'goal', parent: entry, rank: `a${b % 10}` });
      return;
    case 'retire':
      if (entry !== null) replica.write({ type: 'retireEntry', entry, retired: b % 3 > 0, base: statusBasesFor(state, entry) });
      return;
    case 'rank':
      if (entry !== null) replica.write({ type: 'setRank', entry, rank: `a${a % 10}`, base: rankBasesFor(state, entry) });
      return;
    case 'keys':
      replica.write({ type: 'setCountKeys', year: 2024 + (a % 3), named: b, sums: a });
      return;
    case 'keep':
      replica.write({ type: 'keepDocument', document: paper(1 + (a % 3), b) });
      return;
    case 'exchange':
      replica.take(pick(replicas, a));
  }
}

function paper(version: number, n: number) {
  const attachment = idOf('paper', n) as AttachmentId;
  return { attachment, purpose: 'plan' as const, version, day: '2026-03-02' as IsoDay, language: 'de', sha256: 'ab'.repeat(32), bytes: 9 };
}

export function pick<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

/** Some replicas after a made-up stretch of work, apart. */
export function workApart(actions: readonly Action[], count = 3): readonly Replica[] {
  const replicas = ['a', 'bb', 'ccc'].slice(0, count).map((salt) => new Replica(salt));
  const [first, ...others] = replicas;
  first?.write({ type: 'createRecord' });
  for (const other of others) if (first !== undefined) other.take(first);
  for (const step of actions) act(replicas, step);
  return replicas;
}
