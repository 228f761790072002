/**
 * Two hundred and more hostile strings through the real core: kept as typed, found, shown, sent nowhere. Every field a person can type into gets one of
 * every kind (markup, directions, formulas, control characters …), and a million letters; some fields of each type get every single string.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeJson, safeLines } from '../../cli/terminal-safe.ts';
import { planFileName } from '../../office/plan/file-name.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { checkAnswer } from '../../shared/catalogue/check-answer.ts';
import { cleanLine, cleanText } from '../../shared/catalogue/clean-text.ts';
import type { Field } from '../../shared/catalogue/types.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { answerAll, codeOf, consent, nordstadt, newFolder, officeIn, type TestOffice } from '../office/support/office.ts';
import { hostile, hostileStrings, longest, marker, tooLong } from './strings.ts';

const typedFields = currentCatalogue.fields.filter(({ type }) => type === 'text' || type === 'longtext');
/** A long text of the case itself. */
const ownLong = typedFields.find(({ type: kind, group }) => kind === 'longtext' && group === undefined);
const today = IsoDay.parse('2026-03-02');
const officeName = 'JMD <b>"\u202eNordstadt\u001b[31m';
const displayName = 'Petra \u0000<img src=x onerror=window.lotseWasHere=1>\u2028';

/** What is left when everything is set aside that may change on the way in: control characters, kinds of blanks, how accents are composed. */
function substance(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/[\p{Cc}\s]/gu, '');
}

interface Typed {
  readonly field: Field;
  readonly entry: EntryId | null;
  readonly kept: string;
}

let office: TestOffice;
let view: CaseView;
let caseId: RecordId;
const entries = new Map<string, EntryId>();
/** The last string kept in each field, and all of them in the order they were typed. */
const typed: Typed[] = [];
const refusedFor: string[] = [];

const inLongTexts = cleanText(hostileStrings.join('\n\n'));

const placeOf = (field: Field): EntryId | null => (field.group === undefined ? null : (entries.get(field.group) ?? null));
const lastOf = (field: Field): Typed | undefined => typed.findLast((one) => one.field.id === field.id);

async function typeLong(field: Field, text: string): Promise<void> {
  const entry = placeOf(field);
  view = await office.client.cases.editText({ caseId, entry, field: field.id, text, base: [...(view.texts[entry ?? '']?.[field.id]?.base ?? [])] });
  typed.push({ field, entry, kept: cleanText(text) });
}

/** One string in each of these fields, in one act: what a field refuses is not sent, what would change nothing neither. */
async function typeShort(strings: ReadonlyMap<Field, string>): Promise<void> {
  const now = [...strings].flatMap(([field, text]): readonly (Typed & { readonly text: string })[] => {
    const checked = checkAnswer(currentCatalogue, field, text, today);
    if (!checked.ok) refusedFor.push(checked.error.reason);
    else if (typeof checked.value === 'string' && checked.value !== lastOf(field)?.kept) return [{ field, entry: placeOf(field), kept: checked.value, text }];
    return [];
  });
  if (now.length === 0) return;
  const answers = now.map(({ field, entry, text }) => ({ entry, field: field.id, value: text, base: [...(view.answers[entry ?? '']?.[field.id]?.base ?? [])] }));
  view = await office.client.cases.answerAll({ caseId, answers });
  typed.push(...now);
}

/** Keeps something of it. */
function takes(field: Field, text: string): boolean {
  const checked = checkAnswer(currentCatalogue, field, text, today);
  return checked.ok && checked.value !== null;
}

const short = typedFields.filter(({ type }) => type === 'text');
const kinds = Object.values(hostile);
/** Take any line: name, a place, what a step is called, who got something. */
const everyString = ['person.last_name', 'person.city', 'action_step.task', 'disclosure.recipient_name'];
const everyStringLong = typedFields.filter(({ type }) => type === 'longtext').slice(0, 2);

beforeAll(async () => {
  office = officeIn(await newFolder());
  const { recoveryCode } = await office.client.session.initialise({ ...nordstadt, officeName, displayName });
  await office.client.session.confirmRecovery({ code: recoveryCode });
  view = await answerAll(office, await office.client.cases.create(), [...consent, { field: 'consent.health_data', value: 'granted' }]);
  caseId = view.row.id;
  for (const group of ['goal', 'subgoal', 'action_step']) await addEntry(group);
  for (const { group } of typedFields) if (group !== undefined && !entries.has(group)) await addEntry(group);
  // In each round another kind in each field; the ones with a pattern refuse most.
  for (const round of kinds.keys())
    await typeShort(
      new Map(
        short.map((field, at) => {
          const kind = kinds[(at + round) % kinds.length] ?? [];
          // One that it takes, where there is one: a short field is too short for most of the large ones.
          const taken = kind.filter((text) => takes(field, text));
          const from = taken.length === 0 ? kind : taken;
          return [field, from[(at + round) % from.length] ?? ''];
        }),
      ),
    );
  for (const text of hostileStrings) await typeShort(new Map(short.filter(({ id }) => everyString.includes(id)).map((field) => [field, text])));
  for (const field of everyStringLong) {
    for (const text of hostileStrings) if (cleanText(text) !== lastOf(field)?.kept) await typeLong(field, text);
  }
  // All of them at once in each long text, last: they make every answer of the core a long one.
  for (const field of typedFields) if (field.type === 'longtext') await typeLong(field, hostileStrings.join('\n\n'));
}, 400_000);

async function addEntry(group: string): Promise<void> {
  if (group === 'request') {
    // A request comes in by its act; only its words are typed beside.
    const asked = await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: today, identity: 'known' });
    entries.set(group, asked.entry);
    view = await office.client.cases.open({ caseId });
    return;
  }
  const parent = currentCatalogue.group(group)?.parents?.map((one) => entries.get(one)).find((one) => one !== undefined) ?? null;
  // A disclosure is entered with its legal basis or not at all.
  const basis = { 'disclosure.basis': 'court_order', 'disclosure.date': today, 'disclosure.recipient_name': 'Gericht' };
  const added =
    group === 'disclosure'
      ? await office.client.cases.enter({ caseId, group, parent, answers: basis, texts: { 'disclosure.content': 'Fehlzeiten' } })
      : await office.client.cases.addEntry({ caseId, group, parent });
  entries.set(group, added.entry);
  view = added.view;
}

afterAll(async () => office.remove());

describe('the strings', () => {
  test('are more than two hundred, of every kind', () => {
    expect(hostileStrings.length).toBeGreaterThan(200);
    expect(kinds.every((kind) => kind.length >= 8)).toBe(true);
  });

  test('were typed: one of every kind in every field that takes any line, and every one of them in several fields of each type', () => {
    const free = short.filter((field) => takes(field, '<b>'));
    expect(free.length).toBeGreaterThan(50);
    expect(short.filter((field) => !free.includes(field)).every(({ pattern }) => pattern !== undefined)).toBe(true);
    const keptIn = new Map(typedFields.map((field) => [field.id, new Set(typed.filter((one) => one.field.id === field.id).map(({ kept }) => kept))]));
    const had = (field: Field, text: string): boolean => {
      const checked = checkAnswer(currentCatalogue, field, text, today);
      return checked.ok && typeof checked.value === 'string' && keptIn.get(field.id)?.has(checked.value) === true;
    };
    const lacks = free.flatMap((field) =>
      Object.entries(hostile)
        .filter(([, texts]) => texts.some((text) => takes(field, text)) && !texts.some((text) => had(field, text)))
        .map(([kind]) => `${field.id}: ${kind}`),
    );
    expect(lacks).toEqual([]);
    const every = free.filter(({ id }) => everyString.includes(id));
    expect(every).toHaveLength(everyString.length);
    for (const field of every) {
      const taken = hostileStrings.filter((text) => takes(field, text));
      expect(taken.length).toBeGreaterThan(200);
      expect(taken.filter((text) => !had(field, text))).toEqual([]);
    }
    for (const field of everyStringLong) expect(hostileStrings.filter((text) => keptIn.get(field.id)?.has(cleanText(text)) !== true)).toEqual([]);
  });
});

describe('every field of the catalogue', () => {
  test('takes every string whole or refuses it whole: only control characters go, half characters become a mark, blanks become one kind', () => {
    for (const field of typedFields) {
      for (const text of hostileStrings) {
        const checked = checkAnswer(currentCatalogue, field, text, today);
        if (!checked.ok) expect(substance(checked.error.reason)).not.toContain(substance(text) || '\u0000');
        else if (typeof checked.value === 'string') expect(substance(checked.value)).toBe(substance(text));
        else expect(cleanLine(text)).toBe('');
      }
    }
  });

  test('a line in which there is nothing to see is empty, in whatever letters', () => {
    for (const text of ['\u200b\u200d', '\u202e', '\u3164', '\ufeff', '\u00ad', '\u2060 \u200f']) expect(cleanLine(text)).toBe('');
    for (const text of ['=', '👩‍🎓', 'ﷺ', '0', 'سلام']) expect(cleanLine(text)).toBe(text.normalize('NFC'));
  });

  test('what is kept cannot be cleaned any further', () => {
    for (const text of hostileStrings) {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
       
      expect(cleanLine(text)).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/);
      expect(cleanText(text).isWellFormed()).toBe(true);
    }
  });

  test('refuses a million letters with a reason, every one of them, and keeps what stood there', async () => {
    const million = tooLong['a million letters'] ?? '';
    const codes = new Set<string>();
    for (const field of typedFields) {
      const at = { caseId, entry: placeOf(field), field: field.id, base: [] };
      codes.add(await codeOf(field.type === 'longtext' ? office.client.cases.editText({ ...at, text: million }) : office.client.cases.answer({ ...at, value: million })));
    }
    expect([...codes].filter((code) => code !== 'BAD_REQUEST' && code !== 'ANSWER_INVALID')).toEqual([]);
    const after = await office.client.cases.open({ caseId });
    expect([after.answers, after.texts]).toEqual([view.answers, view.texts]);
  });

  test.each(Object.keys(tooLong))('refuses %s with a reason and keeps what stood there', async (name) => {
    const text = tooLong[name] ?? '';
    const long = ownLong;
    if (long === undefined) throw new Error('no long text outside of groups');
    const base = [...(view.texts['']?.[long.id]?.base ?? [])];
    expect(await codeOf(office.client.cases.editText({ caseId, entry: null, field: long.id, text, base }))).toBe('BAD_REQUEST');
    const after = await office.client.cases.open({ caseId });
    expect(after.texts['']?.[long.id]?.text).toBe(lastOf(long)?.kept);
  });
});

describe('through the core, over a restart', () => {
  test('each field reads back as it was kept', async () => {
    const again = await office.restart();
    await again.client.session.unlock({ login: null, password: nordstadt.password });
    office = again;
    view = await again.client.cases.open({ caseId });
    expect(typed.length).toBeGreaterThan(200);
    for (const field of typedFields) {
      const last = lastOf(field);
      if (last === undefined) continue;
      const key = last.entry ?? '';
      const kept = field.type === 'longtext' ? view.texts[key]?.[field.id]?.text : view.answers[key]?.[field.id]?.heads[0]?.value;
      expect([field.id, kept]).toEqual([field.id, last.kept]);
    }
    expect(view.texts[Object.keys(view.texts)[0] ?? '']).toBeDefined();
  });

  test('names of the JMD and of whoever works there are one clean line', async () => {
    const status = await office.client.session.status();
    if (status.phase !== 'open') throw new Error('not open');
    expect(status.office.name).toBe(cleanLine(officeName));
    expect(status.user.displayName).toBe(cleanLine(displayName));
  });

  test('the list and every search answer, whatever is typed into them', async () => {
    for (const text of hostileStrings) {
      const search = text.slice(0, 200);
      const hits = await office.client.search.everywhere({ text: search });
      expect(hits.every((hit) => hit.caseId === caseId)).toBe(true);
      const query = { mine: false, text: search, sort: 'name', descending: false, offset: 0, limit: 10 } as const;
      expect((await office.client.cases.list(query)).total).toBeLessThanOrEqual(1);
    }
    expect(await office.client.search.everywhere({ text: 'Überschrift' })).toHaveLength(1);
  }, 300_000);

  test('the history tells every string as it was kept', async () => {
    const short = typedFields.find((field) => field.type === 'text' && typed.filter((one) => one.field.id === field.id).length > 2) as Field;
    const lines = await office.client.cases.history({ caseId, entry: lastOf(short)?.entry ?? null, field: short.id });
    expect(lines.map(({ value }) => value).sort()).toEqual(typed.filter((one) => one.field.id === short.id).map(({ kept }) => kept).sort());
  });

  test('the export is one JSON value with everything of hers in it', async () => {
    const text = await (await office.client.cases.export({ caseId })).text();
    const values = new Set<string>();
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string') values.add(value);
      return value;
    });
    for (const field of typedFields) {
      const last = lastOf(field);
      if (last === undefined) continue;
      // Child protection is in no copy, whatever was written there; what is about others only where somebody decided so (rights.copy).
      if (field.readers !== undefined || field.about === 'others') expect([field.id, values.has(field.id)]).toEqual([field.id, false]);
      else expect([field.id, values.has(last.kept)]).toEqual([field.id, true]);
    }
    expect(values.has(inLongTexts)).toBe(true);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('the tables for the federal level hold nothing of it', async () => {
    const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
    const preview = JSON.stringify(await office.client.monitoring.preview({ deliveryId: delivery.id }));
    for (const word of [marker, 'boese', 'passwd', 'onerror', 'script', '\\u001b', '\u202e', 'Nordstadt', 'Petra']) expect(preview).not.toContain(word);
  });

  test('the log of acts holds, and the log file got nothing', async () => {
    const { doors } = await office.client.audit.verify();
    expect(doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
    expect(office.log.join('\n')).not.toMatch(/boese|script|lotseWasHere/);
  });

  test('a refusal never repeats what was typed', async () => {
    expect(refusedFor.length).toBeGreaterThan(0);
    for (const reason of new Set(refusedFor)) expect(reason).toMatch(/^[A-ZÄÖÜ][\p{L}\p{N} ,.:;()„“–/-]+$/u);
    const unknown = await office.client.cases.addEntry({ caseId, group: '__proto__', parent: null }).catch((problem: unknown) => JSON.stringify(problem) + String(problem));
    expect(unknown).not.toContain('__proto__');
  });
});

describe('outside of Lotse', () => {
  test('a file name is letters, digits and dashes, whatever the number of the case', () => {
    for (const text of hostileStrings)
      for (const paper of ['agreement', 'wall'] as const) expect(planFileName(paper, text, 1)).toMatch(/^(Plan|Wandblatt)-[A-Za-z0-9-]*-Fassung-1\.pdf$/);
  });

  test('what the command line writes steers no terminal and is the same JSON', () => {
    for (const text of hostileStrings) {
       
      const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
      expect(safeJson({ text })).not.toMatch(steering);
      expect(JSON.parse(safeJson({ text }))).toEqual({ text });
      expect(safeLines(text)).not.toMatch(steering);
    }
  });
});

describe('the longest texts a field takes', () => {
  test.each(Object.entries(longest))('%s: kept whole, found, exported', async (_name, text) => {
    const long = ownLong;
    if (long === undefined) throw new Error('no long text outside of groups');
    const now = await office.client.cases.open({ caseId });
    const after = await office.client.cases.editText({ caseId, entry: null, field: long.id, text, base: [...(now.texts['']?.[long.id]?.base ?? [])] });
    expect(after.texts['']?.[long.id]?.text === cleanText(text)).toBe(true);
    expect((await (await office.client.cases.export({ caseId })).text()).length).toBeGreaterThan(100_000);
  });
});
