/** An objection to what only few may read says as much as what it objects to. */
import { expect, it } from 'vitest';
import { amira, answerAll, newColleague, readyOffice, unlockAs } from './support/office.ts';

const secret = ['Papageientaucherin', 'Kanarienvogel', 'Pelikanstadt', 'Epilepsie', '"protection.observation"', '"health.notes"'];

it('objections to child protection, to what was told of it and to health data reach nobody who may not read those', async () => {
  const office = await readyOffice();
  const { cases, rights, search, worklist } = office.client;
  const file = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'granted' }]);
  const caseId = file.row.id;
  const enter = async (group: string, answers: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>> = {}) =>
    (await cases.enter({ caseId, group, parent: null, answers: { ...answers }, texts: { ...texts } })).entry;
  const object = (field: string, entry: string | null, text: string) =>
    enter('dispute', { 'dispute.field': field, 'dispute.since': '2026-03-02', 'dispute.text': text, ...(entry === null ? {} : { 'dispute.entry': entry }) });
  const danger = await enter('protection', { 'protection.date': '2026-03-02' }, { 'protection.observation': 'Papageientaucherin' });
  const told = await enter(
    'disclosure',
    { 'disclosure.basis': 'child_protection_law', 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Jugendamt Pelikanstadt' },
    { 'disclosure.content': 'Meldung' },
  );
  await object('protection.observation', danger, 'Kanarienvogel eins');
  await object('disclosure.content', told, 'Kanarienvogel zwei');
  await object('health.notes', null, 'Epilepsie stimmt nicht');
  await rights.notifyRecipients({ caseId, about: 'rectification' });
  expect(JSON.stringify(await cases.open({ caseId }))).toContain('Kanarienvogel zwei');
  const copied = JSON.stringify(await rights.copyPreview({ caseId }));
  for (const word of ['Kanarienvogel', 'Papageientaucherin', 'Pelikanstadt', danger, told]) expect(copied, word).not.toContain(word);
  await cases.withdraw({ caseId, what: 'health_data', entry: null, day: office.clock.day });
  const exported = await (await cases.export({ caseId })).text();
  await unlockAs(office, newColleague(office, 'Selin'));

  const seen = [
    JSON.stringify(await cases.open({ caseId })),
    exported,
    JSON.stringify(await worklist.list({ mine: false, kinds: [], until: '2026-12-31', limit: 50 })),
    ...(await Promise.all(['Kanarienvogel', 'Epilepsie', 'Pelikanstadt'].map(async (text) => JSON.stringify(await search.everywhere({ text }))))),
  ];
  for (const word of [...secret, danger, told]) expect(seen.filter((one) => one.includes(word)), word).toEqual([]);
  await office.remove();
});
