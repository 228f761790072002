/** The letters before an act of the clock, on paper: tagged, one page, in her way of being spoken to; a hostile name stays text. */
import { afterAll, describe, expect, it } from 'vitest';
import { letterKinds, letterTitle, type LetterKind } from '../../shared/papers/letters.ts';
import type { Address } from '../../shared/papers/wording.ts';
import { documentsBy, enginesHere } from '../support/engines.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleLetter } from '../support/sample-forms.ts';

const said = (text: string): string => text.replaceAll(/\s+/g, ' ');
const letter = (kind: LetterKind, address: Address, name = 'Amira Haydari') => sampleLetter(kind, { address, name });

describe.each(enginesHere)('a letter (Typst: %s)', (engine) => {
  const service = documentsBy(engine);
  afterAll(() => service.close());

  it.each(letterKinds.flatMap((kind) => (['du', 'sie'] as const).map((address) => [kind, address] as const)))('%s to somebody who is %s is one tagged page with the office above and the day in it', async (kind, address) => {
    const { pdf, replacedCharacters } = await service.print(letter(kind, address));
    const read = await readPdf(pdf);
    expect([read.tagged, read.title, read.language, read.pages, replacedCharacters]).toEqual([true, letterTitle(kind, address), 'de', 1, []]);
    const text = said(read.text);
    for (const words of ['Sozialwerk Nordheide e. V.', '05555 123-456', 'Amira Haydari,', '03.04.2026', 'Viele Grüße JMD Nordheide']) expect(text).toContain(words);
    expect(/\b(Sie|Ihnen|Ihre)\b/.test(text)).toBe(address === 'sie');
  });

  it('the same letter of the same day is the same bytes', async () => {
    const [one, other] = [await service.print(letter('copy_offer', 'sie')), await service.print(letter('copy_offer', 'sie'))];
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true);
  });

  it('a name with signs of its own is said as it is written', async () => {
    const { text } = await readPdf((await service.print(letter('long_silent', 'sie', '#show {du|Sie} *Amira* $x$'))).pdf);
    expect(said(text)).toContain('Guten Tag #show {du|Sie} *Amira* $x$,');
  });
});
