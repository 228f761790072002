/**
 * The same as test/shared/plan/nothing-forbidden.test.ts, on the printed papers themselves, their text and what the files say of themselves: of 500
 * made-up files, all that have a plan, each fourth also in a second language. A file without a plan has no paper.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPrinter } from '../../documents/render.ts';
import { makeTrainingCase } from '../../office/training/make-training-case.ts';
import { createRandom, defaultTrainingSeed } from '../../office/training/random.ts';
import { asDay } from '../../shared/cases/as-day.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { AgreementPaper, WallPaper } from '../../shared/plan/papers.ts';
import { planPapers } from '../../shared/plan/plan-papers.ts';
import { readPlan } from '../../shared/plan/read-plan.ts';
import { asAnswers } from '../office/training/as-answers.ts';
import { forbidden, formsOf, isOwnWord, ofThePlan } from '../shared/plan/fields-on-paper.ts';
import { sampleLetterhead } from '../support/sample-plan.ts';

const today = IsoDay.parse('2026-11-20');
const random = createRandom(defaultTrainingSeed);
const folder = mkdtempSync(join(tmpdir(), 'lotse-forbidden-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { print } = await createPrinter();

const read = (program: string, ...words: readonly string[]): string => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** All that can be read in it: on its pages, in its properties (title, author, days), in its XMP packet. */
function textOf(paper: AgreementPaper | WallPaper): string {
  const file = join(folder, 'paper.pdf');
  const { pdf } = print(paper);
  writeFileSync(file, pdf);
  const packet = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString('utf8'))?.[0] ?? '';
  if (packet === '') throw new Error('the file says nothing of itself');
  return [read('pdftotext', '-raw', file, '-'), read('pdfinfo', file), packet].join(' ').replaceAll(/\s+/g, ' ');
}

/** One script after the other. */
const secondLanguages = ['uk', 'ar', 'tr', 'ti'] as const;
let without = 0;

const printed = Array.from({ length: 500 }, (_, index) => makeTrainingCase(random, index, { year: 2026, today })).flatMap((file, index) => {
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
  const language = index % 4 === 0 ? secondLanguages[(index / 4) % secondLanguages.length] : undefined;
  const inAll = (paper: AgreementPaper | WallPaper): string => (language === undefined ? textOf(paper) : `${textOf(paper)} ${textOf({ ...paper, language })}`);
  return [{ written, surname: answers.value('person.last_name'), agreement: inAll(agreement), wall: inAll(wall) }];
});

/** Words and days a file holds in such fields and not also in its plan, as they would be printed. */
function tellingOf({ written }: (typeof printed)[number], fields: RegExp): readonly string[] {
  const own = written.filter(({ field }) => ofThePlan.has(field)).flatMap(({ value }) => formsOf(value));
  return written
    .filter(({ field }) => fields.test(field))
    .flatMap(({ value }) => formsOf(value))
    .filter((value) => isOwnWord(value) && !own.some((one) => one.includes(value)));
}

describe('of 500 files, the plans of all that have one, printed, each fourth in two languages, with title, author and days of each file', () => {
  test('are many, and no file is left out but those without a plan', () => {
    expect(printed.length).toBeGreaterThan(150);
    expect(printed.length + without).toBe(500);
    for (const { agreement, wall } of printed) expect([agreement.includes('Mein Plan'), wall.includes('Mein Plan')]).toEqual([true, true]);
  });

  test('could have told much', () => {
    expect(printed.flatMap((one) => forbidden.flatMap(([, fields]) => tellingOf(one, fields))).length).toBeGreaterThan(1000);
  });

  test.each(forbidden)('say nothing of %s', (_what, fields) => {
    const leaks = printed.flatMap((one) => tellingOf(one, fields).filter((value) => one.agreement.includes(value) || one.wall.includes(value)));
    expect(leaks).toEqual([]);
  });

  test('name nobody by surname on the wall', () => {
    for (const { surname, wall } of printed) expect(typeof surname === 'string' && wall.includes(surname)).toBe(false);
  });
});
