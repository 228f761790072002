/** Whoever reads the handbook sees each paper once: a template without a sample page there fails here. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../documents/contract.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { resourceFolder } from '../../documents/resources.ts';
import type { WallPaper } from '../../shared/plan/papers.ts';
import { formKinds } from '../../shared/papers/forms.ts';
import { blankNotfallblatt } from '../../shared/papers/notfallblatt.ts';
import { difference, readPicture, writePicture } from '../support/picture.ts';
import { sampleForm, sampleFrame, sampleLetter } from '../support/sample-forms.ts';
import { sampleAgreement, sampleSlip, sampleWall } from '../support/sample-plan.ts';
import { keep } from '../support/screens.ts';
import { handbook } from '../support/windows.ts';

/** Her own words with a translation somebody wrote; what nobody translated stands there as written. */
const inArabic: WallPaper = {
  ...sampleWall,
  training: false,
  language: 'ar',
  sentence: { ...sampleWall.sentence, translation: 'سأصبح فنية كهرباء.' },
  achieved: sampleWall.achieved.map((one) => ({ ...one, translation: '' })),
  steps: sampleWall.steps.map((step) => ({ ...step, translation: step.text.includes('Sprachcafé') ? 'الذهاب إلى مقهى اللغة كل يوم ثلاثاء' : '' })),
};

/** By the name of the picture: `papier-wall.png`, further pages `papier-wall-2.png`. */
const samples: Readonly<Record<string, Paper>> = {
  wall: { ...sampleWall, training: false },
  'wall-ar': inArabic,
  agreement: { ...sampleAgreement, training: false },
  slip: { ...sampleSlip, training: false },
  consent: sampleForm('consent'),
  information: sampleForm('information'),
  case_management: sampleForm('case_management'),
  release: sampleForm('release'),
  'release-leer': sampleForm('release', { blank: true, address: 'sie' }),
  notfallblatt: blankNotfallblatt(sampleFrame, 'NI-0417'),
  letter: sampleLetter('copy_offer'),
};

/** Share of pixels that may differ without a new picture: another edge of a letter. */
const sameShare = 0.002;
const canDraw = spawnSync('pdftoppm', ['-v']).status === 0;
const service = startDocumentProcess();
const folder = mkdtempSync(join(tmpdir(), 'lotse-samples-'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
});

const nameOf = (sample: string, page: number): string => `papier-${sample}${page === 1 ? '' : `-${String(page)}`}.png`;

test('every template and every form has one', () => {
  const templates = readdirSync(join(resourceFolder(), 'templates')).filter((name) => name.endsWith('.typ')).map((name) => name.slice(0, -4));
  expect(new Set(Object.values(samples).map(({ template }) => template))).toEqual(new Set(templates));
  expect(Object.keys(samples)).toEqual(expect.arrayContaining([...formKinds]));
});

describe.each(Object.entries(samples))('the sample %s', (name, paper) => {
  test.skipIf(!canDraw)(`is drawn as it prints${canDraw ? '' : ' (pdftoppm is not on this machine)'}`, async () => {
    const { pdf } = await service.print(paper);
    writeFileSync(join(folder, 'sample.pdf'), pdf);
    spawnSync('pdftoppm', ['-png', '-r', '70', join(folder, 'sample.pdf'), join(folder, name)]);
    const pages = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && /^-\d+\.png$/.test(file.slice(name.length))).sort();
    expect(pages.length).toBeGreaterThan(0);
    for (const [at, page] of pages.entries()) {
      const drawn = readPicture(readFileSync(join(folder, page)));
      const file = join(handbook, nameOf(name, at + 1));
      if (existsSync(file) && difference(drawn, readPicture(readFileSync(file))) <= sameShare) continue;
      keep(file, writePicture(drawn));
    }
  });

  test('stands in the handbook, with words for who cannot see it', () => {
    expect(existsSync(join(handbook, nameOf(name, 1)))).toBe(true);
    expect(readFileSync(join(handbook, 'README.md'), 'utf8')).toMatch(new RegExp(`!\\[[^\\]]+\\]\\(${nameOf(name, 1)}\\)`));
  });
});
