/**
 * The same as test/shared/plan/nothing-forbidden.test.ts, on the printed papers themselves, their text and what the files say of themselves: of 500
 * made-up files, all that have a plan, each also in a second language, one after the other. A file without a plan has no paper.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPrinter } from '../../documents/render.ts';
import { makeTrainingCase } from '../../office/training/make-training-case.ts';
import { createRandom, defaultTrainingSeed } from '../../office/training/random.ts';
import { asDay } from '../../shared/cases/as-day.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { packs } from '../../shared/languages/packs.ts';
import { secondLanguages } from '../../shared/languages/types.ts';
import type { AgreementPaper, WallPaper } from '../../shared/plan/papers.ts';
import { planPapers } from '../../shared/plan/plan-papers.ts';
import { readPlan } from '../../shared/plan/read-plan.ts';
import { asAnswers } from '../office/training/as-answers.ts';
import { forbidden, formsOf, isOwnWord, labelsOf, ofThePlan } from '../shared/plan/fields-on-paper.ts';
import { sampleLetterhead } from '../support/sample-plan.ts';

const today = IsoDay.parse('2026-11-20');
const random = createRandom(defaultTrainingSeed);
const folder = mkdtempSync(join(tmpdir(), 'lotse-forbidden-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { print } = await createPrinter();

/** The printed files that are in the folder, by their number. */
const packets: string[] = [];

/** Prints it; how {@link textOf} finds it again. */
function printed(paper: AgreementPaper | WallPaper): number {
  const { pdf } = print(paper);
  const packet = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString('utf8'))?.[0] ?? '';
  if (packet === '') throw new Error('the file says nothing of itself');
  writeFileSync(join(folder, `${String(packets.length)}.pdf`), pdf);
  return packets.push(packet) - 1;
}

/** Pages and properties of all of them, read by one process: to start two for each paper takes longer than to print it. */
function readAll(): void {
  const script = 'set -e; for pdf in "$1"/*.pdf; do pdftotext -raw "$pdf" "${pdf%.pdf}.txt"; pdfinfo "$pdf" >> "${pdf%.pdf}.txt"; done';
  execFileSync('sh', ['-c', script, 'sh', folder], { stdio: 'ignore' });
}

/** All that can be read in it: on its pages, in its properties (title, author, days), in its XMP packet. */
function textOf(paper: number): string {
  return [readFileSync(join(folder, `${String(paper)}.txt`), 'utf8'), packets[paper] ?? ''].join(' ').replaceAll(/\s+/g, ' ');
}

let without = 0;

const made = Array.from({ length: 500 }, (_, index) => makeTrainingCase(random, index, { year: 2026, today })).flatMap((file, index) => {
  const answers = asAnswers(file);
  const plan = readPlan(answers);
  if (plan.goals.length === 0) {
    without += 1;
    return [];
  }
  const { agreement, wall } = planPapers({
    answers,
    plan,
    achievedOn: (entry) => asDay(answers.value('goal.attained_on', entry)),
    frame: { language: 'de', officeName: 'JMD Nordheide', letterhead: sampleLetterhead, training: true, day: IsoDay.parse('2031-05-05') },
    version: 1,
    caseworkerName: 'Petra Amsel',
    phone: '05555 123-456',
    today,
  });
  const written = [...file.answers, ...file.texts.map(({ field, text }) => ({ field, value: text }))];
  const language = secondLanguages[index % secondLanguages.length] ?? 'ar';
  const inBoth = (paper: AgreementPaper | WallPaper): readonly number[] => [paper, { ...paper, language }].map(printed);
  return [{ written, language, surname: answers.value('person.last_name'), agreement: inBoth(agreement), wall: inBoth(wall) }];
});
readAll();
const papers = made.map(({ agreement, wall, ...file }) => ({ ...file, agreement: agreement.map(textOf).join(' '), wall: wall.map(textOf).join(' ') }));

/** What papers say of everybody: fixed texts, the office, the counsellor. A label that is part of it tells nothing. */
const saidAnyway = [...Object.values(packs).flatMap(({ texts }) => Object.values(texts)), JSON.stringify(sampleLetterhead), 'JMD Nordheide', 'Petra Amsel'].join('\n');

/** Words, days and codes a file holds in such fields and not also in its plan, as they would be printed. */
function tellingOf({ written, language }: (typeof papers)[number], fields: RegExp): readonly string[] {
  const own = written.filter(({ field }) => ofThePlan.has(field)).flatMap(({ field, value }) => [...formsOf(value), ...labelsOf(field, value, language)]);
  const there = written.filter(({ field }) => fields.test(field));
  const words = there.flatMap(({ value }) => formsOf(value)).filter(isOwnWord);
  // A code has a label, in German and where a pack has a word for it also in the second language.
  const labels = there.flatMap(({ field, value }) => labelsOf(field, value, language)).filter((label) => label.length > 4 && !saidAnyway.includes(label));
  return [...words, ...labels].filter((value) => !own.some((one) => one.includes(value)));
}

describe('of 500 files, the plans of all that have one, printed, each in two languages, with title, author and days of each file', () => {
  test('are many, and no file is left out but those without a plan', () => {
    expect(papers.length).toBeGreaterThan(150);
    expect(papers.length + without).toBe(500);
    for (const { agreement, wall } of papers) expect([agreement.includes('Mein Plan'), wall.includes('Mein Plan')]).toEqual([true, true]);
  });

  test('could have told much', () => {
    expect(papers.flatMap((one) => forbidden.flatMap(([, fields]) => tellingOf(one, fields))).length).toBeGreaterThan(1000);
  });

  test('could have told it by a code, too: her residence status, in German', () => {
    const [, residence] = forbidden.find(([what]) => what === 'residence') ?? [];
    const told = papers.flatMap((one) => tellingOf(one, residence ?? /^$/));
    expect(told.filter((one) => one.includes('Aufenthaltserlaubnis')).length).toBeGreaterThan(10);
  });

  test.each(forbidden)('say nothing of %s', (_what, fields) => {
    const leaks = papers.flatMap((one) => tellingOf(one, fields).filter((value) => one.agreement.includes(value) || one.wall.includes(value)));
    expect(leaks).toEqual([]);
  });

  test('name nobody by surname on the wall', () => {
    for (const { surname, wall } of papers) expect(typeof surname === 'string' && wall.includes(surname)).toBe(false);
  });
});
