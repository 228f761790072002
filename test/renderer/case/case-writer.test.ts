import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { ActId, IntentId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { CaseView, HeadView } from '../../../shared/rpc/case.views.ts';
import { CaseWriter, type Outgoing, type SaveProblem } from '../../../renderer/office/case/case-writer.svelte.ts';
import { casesWithDrafts, draftKey, draftsOf, forgetDrafts, wordsOf } from '../../../renderer/office/case/drafts.ts';

const meltem = 'a1'.repeat(16) as UserId;
const jonas = 'b2'.repeat(16) as UserId;
const caseId = 'c3'.repeat(16) as RecordId;
const note = 'case.note';
const name = 'person.first_name';

class Refused extends Error {
  readonly problem: SaveProblem;
  constructor(problem: SaveProblem) {
    super(problem.text);
    this.problem = problem;
  }
}
const offline = new Refused({ scope: 'outer', locked: false, text: 'keine Antwort' });
const locked = new Refused({ scope: 'outer', locked: true, text: 'gesperrt' });
const invalid = new Refused({ scope: 'field', locked: false, text: 'bitte prüfen' });

/** A core that keeps answers as heads and texts, answers only when asked to, and can fail or hear of another PC. */
function makeCore() {
  let answers: Record<string, HeadView[]> = {};
  let text = '';
  let count = 0;
  const sent: Outgoing[] = [];
  const done = new Set<ActId>();
  let deaf = false;
  let held: PromiseWithResolvers<void> | null = null;
  let failure: Refused | null = null;

  const head = (value: AnswerValue, author: string): HeadView => {
    count += 1;
    return { intent: String(count).padStart(32, '0') as IntentId, value, authorName: author, at: '2026-11-21T10:00:00Z' };
  };
  const view = () =>
    ({
      answers: { '': Object.fromEntries(Object.entries(answers).map(([f, heads]) => [f, { heads, base: heads.map((h) => h.intent) }])) },
      texts: { '': { [note]: { text, base: [String(count).padStart(32, '0')] } } },
    }) as unknown as CaseView;
  return {
    sent,
    view,
    /** The next answers wait until `release`. */
    hold: () => {
      held = Promise.withResolvers();
    },
    release: () => {
      held?.resolve();
      held = null;
    },
    /** The core does what it is asked and its replies are lost. */
    loseReplies: (lost: boolean) => {
      deaf = lost;
    },
    fail: (reason: Refused | null) => {
      failure = reason;
    },
    /** Another PC's words arrive. */
    foreignHead: (field: string, value: AnswerValue) => {
      answers = { ...answers, [field]: [...(answers[field] ?? []), head(value, 'Jonas')] };
    },
    foreignText: (words: string) => {
      text = `${words}${text}`;
    },
    send: async (draft: Outgoing, isText: boolean): Promise<CaseView> => {
      sent.push(draft);
      await held?.promise;
      if (failure !== null) throw failure;
      const repeated = done.has(draft.act);
      done.add(draft.act);
      if (repeated) return view();
      if (isText) {
        // Words written on a text that is not the newest stand beside it, as in the core.
        const beside = text !== '' && !text.startsWith('[') && draft.base.length > 0 && !draft.base.includes(String(count).padStart(32, '0') as IntentId);
        const words = wordsOf(draft.value);
        text = beside ? `${text}${words}` : text.startsWith('[') ? `${text.slice(0, text.indexOf(']') + 1)}${words}` : words;
        count += 1;
      } else {
        const kept = (answers[draft.field] ?? []).filter((h) => !draft.base.includes(h.intent));
        answers = { ...answers, [draft.field]: [...kept, head(draft.value, 'Meltem')] };
      }
      if (deaf) throw offline;
      return view();
    },
  };
}

function setUp(core = makeCore()) {
  let shown = core.view();
  const writer = new CaseWriter(
    draftsOf(meltem, caseId),
    {
      send: core.send,
      explain: (error) => {
        if (error instanceof Refused) return error.problem;
        throw error;
      },
      isText: (field) => field === note,
      view: () => shown,
      show: (view) => {
        shown = view;
      },
    },
    () => new Date('2026-11-21T14:03:00'),
  );
  const valueOf = (field: string) => writer.drafts.get(draftKey('', field))?.value;
  return { core, writer, valueOf, stored: (field: string) => shown.answers['']?.[field]?.heads.map((h) => h.value) };
}

beforeEach(() => {
  vi.useFakeTimers();
  forgetDrafts();
});
afterEach(() => vi.useRealTimers());

describe('saving while somebody types', () => {
  it('a choice goes out at once, and is saved only after the core answered', async () => {
    const { core, writer, stored } = setUp();
    core.hold();
    writer.typed('', name, 'Amira', null);
    expect(writer.saveState).toEqual({ state: 'saving' });

    core.release();
    await writer.flush();
    expect(stored(name)).toEqual(['Amira']);
    expect(writer.saveState).toMatchObject({ state: 'saved' });
    expect(writer.drafts.size).toBe(0);
  });

  it('words wait for a pause in the typing and go out once', async () => {
    const { core, writer } = setUp();
    writer.typed('', name, 'A', 800);
    await vi.advanceTimersByTimeAsync(700);
    writer.typed('', name, 'Am', 800);
    await vi.advanceTimersByTimeAsync(700);
    expect(core.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(core.sent.map((s) => s.value)).toEqual(['Am']);
  });

  it('leaving the field sends at once', async () => {
    const { core, writer } = setUp();
    writer.focus('', name);
    writer.typed('', name, 'Amira', 800);
    writer.leave('', name);
    await writer.flush();
    expect(core.sent.map((s) => s.value)).toEqual(['Amira']);
  });

  it('what is typed while a save is on its way stays and follows with the right base', async () => {
    const { core, writer, valueOf, stored } = setUp();
    writer.focus('', name);
    core.hold();
    writer.typed('', name, 'Ami', null);
    writer.typed('', name, 'Amira', 800);
    core.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(valueOf(name)).toBe('Amira');
    expect(stored(name)).toEqual(['Ami']);

    writer.leave('', name);
    await writer.flush();
    expect(stored(name)).toEqual(['Amira']);
  });

  it('a statement of somebody else that arrives meanwhile is not replaced unseen', async () => {
    const { core, writer, stored } = setUp();
    writer.focus('', name);
    core.hold();
    writer.typed('', name, 'Ami', null);
    writer.typed('', name, 'Amira', 800);
    core.foreignHead(name, 'Amirah');
    core.release();
    await vi.advanceTimersByTimeAsync(1000);
    await writer.flush();
    expect(stored(name)).toEqual(['Amirah', 'Amira']);
  });

  it('long text takes in the words of somebody else and keeps what was typed since', async () => {
    const { core, writer, valueOf } = setUp();
    writer.focus('', note);
    core.foreignText('[Jonas] ');
    core.hold();
    writer.typed('', note, 'Ich will', null);
    writer.typed('', note, 'Ich will lernen', 1200);
    core.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(valueOf(note)).toBe('[Jonas]Ich will lernen');
  });

  it('acts keep their place behind what was typed before them', async () => {
    const { core, writer } = setUp();
    writer.typed('', name, 'Amira', 800);
    const order: string[] = [];
    const added = await writer.act('add', async () => {
      order.push(...core.sent.map((s) => s.field), 'add');
      return { view: core.view(), result: 7 };
    });
    expect(added).toBe(7);
    expect(order).toEqual([name, 'add']);
  });
});

describe('when saving fails', () => {
  it('the text stays, nothing overtakes, and trying again saves all in order', async () => {
    const { core, writer, valueOf, stored } = setUp();
    core.fail(offline);
    writer.typed('', name, 'Amira', null);
    writer.typed('', 'case.gender', 'w', null);
    await writer.flush();
    expect(writer.saveState).toMatchObject({ state: 'failed', problem: { text: 'keine Antwort' } });
    expect(valueOf(name)).toBe('Amira');
    expect(core.sent).toHaveLength(1);

    core.fail(null);
    writer.retry();
    await writer.flush();
    expect(core.sent.map((s) => s.value)).toEqual(['Amira', 'Amira', 'w']);
    expect(stored(name)).toEqual(['Amira']);
    expect(writer.saveState).toMatchObject({ state: 'saved' });
  });

  it('a refused answer keeps its text and its reason and holds up nothing else', async () => {
    const { core, writer, stored } = setUp();
    core.fail(invalid);
    writer.typed('', name, 'x', null);
    await writer.flush();
    expect(writer.drafts.get(draftKey('', name))?.problem).toBe('bitte prüfen');

    core.fail(null);
    writer.typed('', 'case.gender', 'w', null);
    await writer.flush();
    expect(stored('case.gender')).toEqual(['w']);
    expect(writer.saveState).toMatchObject({ state: 'failed' });

    writer.discard('', name);
    expect(writer.saveState).toMatchObject({ state: 'saved' });
  });

  it('a sentence half typed when the office was locked is there for the same person, and goes out', async () => {
    const first = setUp();
    first.core.fail(locked);
    first.writer.typed('', note, 'Sie hat heute', 1200);
    await first.writer.flush();
    expect(casesWithDrafts(meltem)).toEqual([caseId]);
    expect(draftsOf(jonas, caseId).size).toBe(0);

    const again = setUp();
    expect(again.valueOf(note)).toBe('Sie hat heute');
    again.writer.retry();
    await again.writer.flush();
    expect(again.core.sent.map((s) => s.value)).toEqual(['Sie hat heute']);
    expect(casesWithDrafts(meltem)).toEqual([]);
  });

  it('an act that failed is not repeated by itself', async () => {
    const { core, writer } = setUp();
    let tries = 0;
    const result = await writer.act('add', async () => {
      tries += 1;
      if (tries === 1) throw offline;
      return { view: core.view(), result: true };
    });
    expect(result).toBeNull();
    writer.retry();
    await writer.flush();
    expect(tries).toBe(1);
  });

  it('an answer whose reply was lost goes out again under its name, once stored', async () => {
    const { core, writer, stored } = setUp();
    core.loseReplies(true);
    writer.typed('', name, 'Amira', null);
    await writer.flush();
    core.loseReplies(false);
    writer.retry();
    await writer.flush();

    const [first, again] = core.sent;
    expect(core.sent).toHaveLength(2);
    expect(again).toEqual(first);
    expect(stored(name)).toEqual(['Amira']);

    writer.typed('', name, 'Amirah', null);
    await writer.flush();
    expect(core.sent.at(-1)?.act).not.toBe(first?.act);
    expect(stored(name)).toEqual(['Amirah']);
  });

  it.each([
    ['words', note, (s: ReturnType<typeof setUp>) => s.core.view().texts['']?.[note]?.text, 'Eins zwei drei'],
    ['an answer', name, (s: ReturnType<typeof setUp>) => s.stored(name), ['Eins zwei drei']],
  ])('%s typed on after a lost reply: what was sent goes first, the newer follows and replaces it', async (_what, field, read, expected) => {
    const s = setUp();
    s.writer.typed('', field, 'Eins', null);
    await s.writer.flush();
    s.core.loseReplies(true);
    s.writer.typed('', field, 'Eins zwei', null);
    await s.writer.flush();
    s.writer.typed('', field, 'Eins zwei drei', 1200);
    await vi.advanceTimersByTimeAsync(1200);
    s.core.loseReplies(false);
    s.writer.retry();
    await s.writer.flush();

    expect(s.core.sent.map(({ value }) => value)).toEqual(['Eins', 'Eins zwei', 'Eins zwei', 'Eins zwei drei']);
    expect(new Set(s.core.sent.map(({ act }) => act)).size).toBe(3);
    expect(read(s)).toEqual(expected);
    expect(s.writer.unsaved).toEqual([]);
  });

  it('newer words do not wait for older ones that the core refuses', async () => {
    const { core, writer, stored } = setUp();
    core.fail(offline);
    writer.typed('', name, 'x', null);
    await writer.flush();
    writer.typed('', name, 'Amira', 800);
    core.fail(invalid);
    core.hold();
    writer.retry();
    await vi.advanceTimersByTimeAsync(0);
    core.release();
    await vi.advanceTimersByTimeAsync(0);
    core.fail(null);
    writer.retry();
    await writer.flush();
    expect(stored(name)).toEqual(['Amira']);
    expect(writer.unsaved).toEqual([]);
  });

  it('the same wish keeps its name until something was answered', async () => {
    const { core, writer } = setUp();
    const names: ActId[] = [];
    const ask = (fails: boolean) =>
      writer.act('add goal', async (act) => {
        names.push(act);
        if (fails) throw offline;
        return { view: core.view(), result: true };
      });
    await ask(true);
    await writer.flush();
    writer.retry();
    await ask(false);
    await ask(false);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[1]);
    expect(names[0]).toMatch(/^[0-9a-f]{32}$/);
  });
});
