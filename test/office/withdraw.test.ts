/** She takes a consent back: at once, for good, and with a list of what follows. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { ActId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { amira, answerAll, codeOf, officeKeys, readyOffice, unlockAgain, type TestOffice } from './support/office.ts';

const today = '2026-03-02' as never;
let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
});
afterAll(async () => {
  await office.remove();
});

/** Entries of a group, each as what is answered in it. */
function entriesOf(view: CaseView, group: string): readonly Readonly<Record<string, unknown>>[] {
  return view.entries
    .filter((entry) => entry.group === group)
    .map(({ id }) => Object.fromEntries(Object.entries(view.answers[id] ?? {}).map(([field, { heads }]) => [field, heads[0]?.value])));
}

const tasksOf = (view: CaseView) => entriesOf(view, 'task').map((task) => [task['task.kind'], task['task.due']]);

async function withRelease(caseId: RecordId): Promise<EntryId> {
  const { entry } = await office.client.cases.enter({
    caseId,
    group: 'release',
    parent: null,
    answers: { 'release.recipient_name': 'Berufsschule Nord', 'release.date': '2026-03-01' },
    texts: { 'release.scope': 'Fehlzeiten' },
  });
  return entry;
}

async function disclosed(caseId: RecordId, release: EntryId, means = 'talk'): Promise<EntryId> {
  const { entry } = await office.client.cases.enter({
    caseId,
    group: 'disclosure',
    parent: null,
    answers: { 'disclosure.date': '2026-03-02', 'disclosure.basis': 'release', 'disclosure.release': release, 'disclosure.recipient_name': 'Berufsschule Nord', 'disclosure.means': means },
    texts: { 'disclosure.content': 'Fehlzeiten' },
  });
  return entry;
}

describe('the consent to keep her data', () => {
  it('locks the file with the answer, leaves tasks with days, and a line in the course of the support', async () => {
    const { row } = await amira(office);
    const caseId = row.id;
    const view = await office.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today });
    expect(view).toMatchObject({ consentGiven: false, row: { consent: 'withdrawn', name: 'Haddad, Amira' } });
    expect(view.answers['']?.['consent.withdrawn_date']?.heads.map(({ value }) => value)).toEqual(['2026-03-02']);
    expect(view.warnings.map(({ code }) => code)).toContain('withdrawn');
    expect(tasksOf(view)).toEqual([['inform_recipients', '2026-03-09'], ['offer_copy', '2026-03-09'], ['decide_continue', '2026-03-16'], ['end_file', '2026-04-01']]);
    expect(entriesOf(view, 'course_event')).toEqual([{ 'course_event.kind': 'withdrawn', 'course_event.day': '2026-03-02' }]);
    expect(await codeOf(office.client.cases.answer({ caseId, entry: null, field: 'person.phone', value: '0176', base: [] }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.cases.addEntry({ caseId, group: 'goal', parent: null }))).toBe('CONSENT_MISSING');
  });

  it('tells earlier recipients, in the same words whether there are any: who withdraws may not be allowed to know', async () => {
    const { row } = await amira(office);
    await disclosed(row.id, await withRelease(row.id));
    const view = await office.client.cases.withdraw({ caseId: row.id, what: 'data_processing', entry: null, day: today });
    expect(tasksOf(view).map(([kind]) => kind)).toEqual(['inform_recipients', 'offer_copy', 'decide_continue', 'end_file']);
    expect((await office.client.start.overview()).dues.filter(({ caseId }) => caseId === row.id).map(({ kind }) => kind)).toContain('task');
  });

  it('stops printing, copies for others, disclosures by release and hits in texts; she is still found by name', async () => {
    const { row } = await amira(office);
    const caseId = row.id;
    const release = await withRelease(caseId);
    const copy = await disclosed(caseId, release, 'export');
    const { entry: goal } = await office.client.cases.enter({ caseId, group: 'goal', parent: null, answers: { 'goal.area': 'language' }, texts: { 'goal.description': 'Segelflugschein' } });
    expect(goal).toBeDefined();
    await office.client.plan.print({ caseId, language: 'de' });
    expect((await office.client.cases.export({ caseId, recipient: { kind: 'third_party', disclosure: copy } })).size).toBeGreaterThan(0);
    expect((await office.client.search.everywhere({ text: 'Segelflugschein' })).length).toBe(1);

    await office.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today });
    expect(await codeOf(office.client.plan.print({ caseId, language: 'de' }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.cases.export({ caseId, recipient: { kind: 'third_party', disclosure: copy } }))).toBe('DISCLOSURE_WITHOUT_BASIS');
    expect((await office.client.cases.export({ caseId })).size).toBeGreaterThan(0);
    expect(await office.client.search.everywhere({ text: 'Segelflugschein' })).toEqual([]);
    expect((await office.client.search.everywhere({ text: 'Haddad' })).map((hit) => hit.caseId)).toContain(caseId);
  });

  it('is taken back once however often it is said, and by act name', async () => {
    const { row } = await amira(office);
    const wish = { caseId: row.id, what: 'data_processing', entry: null, day: today, act: ActId.parse(randomId()) } as const;
    const first = await office.client.cases.withdraw(wish);
    expect(await office.client.cases.withdraw(wish)).toEqual(first);
    expect((await office.client.cases.withdraw({ ...wish, act: ActId.parse(randomId()) })).entries).toEqual(first.entries);
  });

  it('refused after something was kept is withdrawn, with all that follows; refused at the beginning it is refused', async () => {
    const answer = async (view: CaseView, field: string) => office.client.cases.answer({ caseId: view.row.id, entry: null, field, value: 'refused', base: [...(view.answers['']?.[field]?.base ?? [])] });
    const kept = await answer(await amira(office), 'consent.data_processing_status');
    expect(kept.row.consent).toBe('withdrawn');
    expect(tasksOf(kept).map(([kind]) => kind)).toEqual(['inform_recipients', 'offer_copy', 'decide_continue', 'end_file']);
    expect(await codeOf(office.client.cases.enter({ caseId: kept.row.id, group: 'contact', parent: null, answers: { 'contact.date': '2026-03-02' }, texts: {} }))).toBe('CONSENT_MISSING');

    const empty = await answer(await answerAll(office, await office.client.cases.create(), [{ field: 'consent.data_processing_status', value: 'granted' }]), 'consent.data_processing_status');
    expect([empty.row.consent, tasksOf(empty)]).toEqual(['refused', []]);
  });

  it('refused for health data after some were kept leaves the task to delete them', async () => {
    const open = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'granted' }, { field: 'health.mental_strain', value: 'reported' }]);
    const refused = await answerAll(office, open, [{ field: 'consent.health_data', value: 'refused' }]);
    expect(tasksOf(refused).map(([kind]) => kind)).toEqual(['delete_health']);
    const never = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'refused' }]);
    expect(tasksOf(never)).toEqual([]);
    expect(never.answers['']?.['consent.health_data']?.heads.map(({ value }) => value)).toEqual(['refused']);
  });

  it.each(['pending', 'not_asked', null])('set to %s after something was kept is withdrawn: a consent ends in no other way', async (value) => {
    const set = async (view: CaseView, field: string) => answerAll(office, view, [{ field, value }]);
    const kept = await set(await amira(office), 'consent.data_processing_status');
    expect([kept.row.consent, tasksOf(kept).length]).toEqual(['withdrawn', 4]);
    const caseId = kept.row.id;
    const concern = currentCatalogue.codes('counselling_topic')[0]?.code ?? '';
    const topic = { entry: null, field: 'case.initial_concern', value: [concern], base: [] };
    expect(await codeOf(office.client.cases.answer({ caseId, ...topic }))).toBe('CONSENT_MISSING');

    const again = await office.client.cases.answer({ caseId, entry: null, field: 'consent.data_processing_status', value, base: [...(kept.answers['']?.['consent.data_processing_status']?.base ?? [])] });
    expect([again.row.consent, tasksOf(again).length]).toEqual(['withdrawn', 4]);
    expect(await codeOf(office.client.cases.answer({ caseId, ...topic }))).toBe('CONSENT_MISSING');
    expect((await answerAll(office, again, [{ field: 'consent.data_processing_status', value: 'granted' }])).consentGiven).toBe(true);
  });

  it.each(['pending', 'not_asked', null])('of health data set to %s after some were kept leaves the task to delete them', async (value) => {
    const open = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'granted' }, { field: 'health.mental_strain', value: 'reported' }]);
    const ended = await answerAll(office, open, [{ field: 'consent.health_data', value }]);
    expect(tasksOf(ended).map(([kind]) => kind)).toEqual(['delete_health']);
    expect(ended.answers['']?.['consent.health_data']?.heads.map((head) => head.value)).toEqual(['withdrawn']);
  });

  it('of health data leaves that task also after the consent to keep her data is gone', async () => {
    const open = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'granted' }, { field: 'health.mental_strain', value: 'reported' }]);
    await office.client.cases.withdraw({ caseId: open.row.id, what: 'data_processing', entry: null, day: today });
    const ended = await answerAll(office, await office.client.cases.open({ caseId: open.row.id }), [{ field: 'consent.health_data', value: 'pending' }]);
    expect(tasksOf(ended).map(([kind]) => kind)).toContain('delete_health');
  });

  it('given by a slip of the finger is taken back as what it was, as long as nothing is kept', async () => {
    const empty = await answerAll(office, await office.client.cases.create(), [{ field: 'consent.data_processing_status', value: 'granted' }]);
    const open = await answerAll(office, empty, [{ field: 'consent.data_processing_status', value: 'pending' }]);
    expect([open.row.consent, tasksOf(open)]).toEqual(['pending', []]);
    const health = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'pending' }]);
    expect(tasksOf(health)).toEqual([]);
  });

  describe('given again', () => {
    const status = 'consent.data_processing_status';
    const dayOf = (view: CaseView, field: string) => view.answers['']?.[field]?.heads.map(({ value }) => value) ?? [];
    const gapsOf = (view: CaseView) => view.gaps.map(({ field }) => field);
    const withdrawn = async (): Promise<CaseView> => {
      const { row } = await answerAll(office, await amira(office), [{ field: 'consent.data_processing_date', value: '2026-02-01' }]);
      return office.client.cases.withdraw({ caseId: row.id, what: 'data_processing', entry: null, day: today });
    };

    it('has a day of its own, which is a gap until somebody says it, and blocks nothing', async () => {
      const again = await answerAll(office, await withdrawn(), [{ field: status, value: 'granted' }]);
      expect([again.consentGiven, gapsOf(again).includes('consent.data_processing_date')]).toEqual([true, true]);
      expect(dayOf(again, 'consent.data_processing_date')).toEqual([null]);
      const said = await answerAll(office, again, [{ field: 'consent.data_processing_date', value: '2026-03-02' }]);
      expect([gapsOf(said).includes('consent.data_processing_date'), said.remarks]).toEqual([false, []]);
    });

    it('one field at a time, too; said together with its day, the day stays', async () => {
      const view = await withdrawn();
      const single = await office.client.cases.answer({ caseId: view.row.id, entry: null, field: status, value: 'granted', base: [...(view.answers['']?.[status]?.base ?? [])] });
      expect(dayOf(single, 'consent.data_processing_date')).toEqual([null]);
      const together = await answerAll(office, await withdrawn(), [{ field: status, value: 'granted' }, { field: 'consent.data_processing_date', value: '2026-03-02' }]);
      expect(dayOf(together, 'consent.data_processing_date')).toEqual(['2026-03-02']);
    });

    it('beside a withdrawal that still stands, nothing is taken out: somebody has to decide first', async () => {
      const view = await withdrawn();
      const both = await office.client.cases.answer({ caseId: view.row.id, entry: null, field: status, value: 'granted', base: [] });
      expect([both.consentGiven, dayOf(both, 'consent.data_processing_date')]).toEqual([false, ['2026-02-01']]);
    });

    it('to health data and to Case Management, the same', async () => {
      const first = [{ field: 'consent.health_data', value: 'granted' }, { field: 'consent.health_data_date', value: '2026-02-01' }, { field: 'consent.case_management_agreed', value: true }, { field: 'consent.case_management_agreed_on', value: '2026-02-01' }];
      const { row } = await answerAll(office, await amira(office), first);
      await office.client.cases.withdraw({ caseId: row.id, what: 'health_data', entry: null, day: today });
      const closed = await office.client.cases.withdraw({ caseId: row.id, what: 'case_management', entry: null, day: today });
      const again = await answerAll(office, closed, [{ field: 'consent.health_data', value: 'granted' }, { field: 'consent.case_management_agreed', value: true }]);
      expect([dayOf(again, 'consent.health_data_date'), dayOf(again, 'consent.case_management_agreed_on')]).toEqual([[null], [null]]);
      expect(gapsOf(again)).toContain('consent.health_data_date');
    });
  });

  it('is one also among several answers of one act', async () => {
    const { row } = await amira(office);
    const { answers } = await office.client.cases.open({ caseId: row.id });
    const base = [...(answers['']?.['consent.data_processing_status']?.base ?? [])];
    const view = await office.client.cases.answerAll({ caseId: row.id, answers: [{ entry: null, field: 'consent.data_processing_status', value: 'withdrawn', base }] });
    expect([view.row.consent, tasksOf(view).length]).toEqual(['withdrawn', 4]);
  });

  it('is a withdrawal with all that follows also where it is answered in the field itself', async () => {
    const { caseId } = { caseId: (await amira(office)).row.id };
    const before = await office.client.cases.open({ caseId });
    const base = [...(before.answers['']?.['consent.data_processing_status']?.base ?? [])];
    const view = await office.client.cases.answer({ caseId, entry: null, field: 'consent.data_processing_status', value: 'withdrawn', base });
    expect(view.consentGiven).toBe(false);
    expect(view.answers['']?.['consent.withdrawn_date']?.heads[0]?.value).toBe('2026-03-02');
    expect(tasksOf(view).map(([kind]) => kind)).toEqual(['inform_recipients', 'offer_copy', 'decide_continue', 'end_file']);
    expect(entriesOf(view, 'course_event').map((event) => event['course_event.kind'])).toEqual(['withdrawn']);
  });

  it('is recorded in a file where nothing else was answered, but not for a day to come', async () => {
    const { row } = await office.client.cases.create();
    expect(await codeOf(office.client.cases.withdraw({ caseId: row.id, what: 'data_processing', entry: null, day: '2026-03-03' }))).toBe('ANSWER_INVALID');
    expect((await office.client.cases.withdraw({ caseId: row.id, what: 'data_processing', entry: null, day: today })).row.consent).toBe('withdrawn');
  });

  it('stays withdrawn when the program is killed the moment it was acknowledged', { timeout: 120_000 }, async () => {
    const killer = await bundleForNode('test/office/kill-acting.ts', 'kill-withdraw');
    const { row } = await amira(office);
    await office.core.lock();
    const run = spawnSync(process.execPath, [killer, office.dir, JSON.stringify(await officeKeys()), row.id, 'withdraw'], { encoding: 'utf8' });
    expect([run.stdout, run.signal, run.stderr]).toEqual(['done\n', 'SIGKILL', '']);
    await unlockAgain(office);
    const view = await office.client.cases.open({ caseId: row.id });
    expect(view).toMatchObject({ consentGiven: false, row: { consent: 'withdrawn' } });
    expect(tasksOf(view).length).toBe(4);
    expect(await codeOf(office.client.cases.answer({ caseId: row.id, entry: null, field: 'person.last_name', value: 'Nasser', base: [] }))).toBe('CONSENT_MISSING');
  });
});

describe('the consent to health data', () => {
  const words = 'Kanarienvogel-Asthma';

  async function withHealth(): Promise<RecordId> {
    const view = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'granted' }]);
    const caseId = view.row.id;
    await office.client.cases.editText({ caseId, entry: null, field: 'health.notes', text: words, base: [] });
    return caseId;
  }

  it('opens 2.2.4, and taken back locks and hides it everywhere', async () => {
    const caseId = await withHealth();
    expect(JSON.stringify(await office.client.cases.open({ caseId }))).toContain(words);
    const view = await office.client.cases.withdraw({ caseId, what: 'health_data', entry: null, day: today });
    expect(view).toMatchObject({ consentGiven: true, healthConsentGiven: false });
    expect(tasksOf(view)).toEqual([['delete_health', '2026-03-09']]);
    expect(JSON.stringify(view)).not.toContain(words);
    expect(view.shown['']?.filter((field) => field.startsWith('health.'))).toEqual([]);
    expect(await (await office.client.cases.export({ caseId })).text()).not.toContain(words);
    expect(await office.client.cases.history({ caseId, entry: null, field: 'health.notes' })).toEqual([]);
    expect(await office.client.search.everywhere({ text: words })).toEqual([]);
    expect(await codeOf(office.client.cases.editText({ caseId, entry: null, field: 'health.notes', text: 'x', base: [] }))).toBe('HEALTH_CONSENT_MISSING');
  });

  it('tells no history of any of its fields', async () => {
    const health = currentCatalogue.fields.filter(({ needs }) => needs === 'health_consent');
    expect(health.map(({ group }) => group).filter((group) => group !== undefined)).toEqual([]);
    const caseId = await withHealth();
    const history = async ({ id }: { readonly id: string }): Promise<number> => (await office.client.cases.history({ caseId, entry: null, field: id })).length;
    for (const { id } of health) await office.client.cases.answer({ caseId, entry: null, field: id, value: { special: 'not_stated' }, base: [] });
    for (const field of health) expect([field.id, (await history(field)) > 0]).toEqual([field.id, true]);
    await office.client.cases.withdraw({ caseId, what: 'health_data', entry: null, day: today });
    for (const field of health) expect([field.id, await history(field)]).toEqual([field.id, 0]);
  });

  it('is hidden too while the consent to keep her data is gone, and back with both', async () => {
    const caseId = await withHealth();
    await office.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: today });
    const locked = await office.client.cases.open({ caseId });
    expect(JSON.stringify(locked)).not.toContain(words);
    const view = await answerAll(office, locked, [{ field: 'consent.data_processing_status', value: 'granted' }]);
    expect(JSON.stringify(view)).toContain(words);
  });
});

describe('what she agreed to beside', () => {
  it('the agreement to Case Management: taken back with its day, and support goes on', async () => {
    const plan = [{ field: 'case.support_form', value: 'counselling' }, { field: 'integration_plan.status', value: 'agreed' }, { field: 'integration_plan.signed_on', value: '2026-03-01' }];
    const before = await answerAll(office, await amira(office), [{ field: 'consent.case_management_agreed', value: true }, ...plan]);
    const { row } = before;
    const toManagement = (of: CaseView) => of.suggestions.filter(({ value }) => value === 'case_management');
    const view = await office.client.cases.withdraw({ caseId: row.id, what: 'case_management', entry: null, day: today });
    expect([toManagement(before).length, toManagement(view)]).toEqual([1, []]);
    expect(view.answers['']?.['consent.case_management_agreed']?.heads.map(({ value }) => value)).toEqual([false]);
    expect(view.answers['']?.['consent.case_management_withdrawn']?.heads.map(({ value }) => value)).toEqual(['2026-03-02']);
    expect([tasksOf(view), view.consentGiven]).toEqual([[['decide_continue', '2026-03-16']], true]);
  });

  it('one release: no further disclosure stands on it', async () => {
    const { row } = await amira(office);
    const release = await withRelease(row.id);
    await disclosed(row.id, release);
    const view = await office.client.cases.withdraw({ caseId: row.id, what: 'release', entry: release, day: today });
    expect(tasksOf(view)).toEqual([['inform_recipients', '2026-03-09']]);
    expect(await codeOf(disclosed(row.id, release))).toBe('DISCLOSURE_WITHOUT_BASIS');
    expect(await codeOf(office.client.cases.withdraw({ caseId: row.id, what: 'release', entry: null, day: today }))).toBe('ENTRY_UNKNOWN');
    expect(await codeOf(office.client.cases.withdraw({ caseId: row.id, what: 'health_data', entry: release, day: today }))).toBe('ENTRY_UNKNOWN');
  });

  it('says in the log what was taken back, in which right, and no word more', async () => {
    const { row } = await amira(office);
    await office.client.cases.withdraw({ caseId: row.id, what: 'data_processing', entry: null, day: today });
    const { cases } = casesContext(openContext(office.core.context));
    const [line] = cases.read((tx) => tx.audit.read({ record: row.id, limit: 1 }));
    expect([line?.action, line?.details]).toEqual(['case.withdraw', { what: 'data_processing', entry: null, right: 'responsible' }]);
  });
});

describe('a disclosure', () => {
  it('is not added empty, and not emptied of its basis', async () => {
    const { row } = await amira(office);
    const caseId = row.id;
    expect(await codeOf(office.client.cases.addEntry({ caseId, group: 'disclosure', parent: null }))).toBe('DISCLOSURE_WITHOUT_BASIS');
    const entry = await disclosed(caseId, await withRelease(caseId));
    const view = await office.client.cases.open({ caseId });
    const base = [...(view.answers[entry]?.['disclosure.release']?.base ?? [])];
    expect(await codeOf(office.client.cases.answer({ caseId, entry, field: 'disclosure.release', value: null, base }))).toBe('DISCLOSURE_WITHOUT_BASIS');
  });

  it('lets a paper go to the one it names today, and not without', async () => {
    const { row } = await amira(office);
    const caseId = row.id;
    await office.client.cases.enter({ caseId, group: 'goal', parent: null, answers: { 'goal.area': 'language' }, texts: { 'goal.description': 'Deutsch B1' } });
    const release = await withRelease(caseId);
    const [talk, paper] = [await disclosed(caseId, release), await disclosed(caseId, release, 'print')];
    const print = (disclosure: EntryId) => office.client.plan.print({ caseId, language: 'de', recipient: { kind: 'third_party', disclosure } });
    expect(await codeOf(print(talk))).toBe('DISCLOSURE_WITHOUT_BASIS');
    expect((await print(paper)).version).toBe(1);
    const { cases } = casesContext(openContext(office.core.context));
    expect(cases.read((tx) => tx.audit.read({ record: caseId, limit: 1 }))[0]?.details).toMatchObject({ disclosure: paper, right: 'responsible' });
  });
});
