import { expect, test } from 'vitest';
import { loadFonts } from '../../documents/fonts.ts';
import { letterheadData } from '../../documents/letterhead-data.ts';
import { paperText } from '../../documents/paper-text.ts';
import { noLetterhead } from '../../shared/papers/letterhead.ts';
import { sampleLetterhead } from '../support/sample-plan.ts';

const text = () => paperText(loadFonts().covers);

test('the address is a line each, without empty ones', () => {
  expect(letterheadData('JMD Nordheide', { ...sampleLetterhead, address: ' Lindenstraße 4 \n\n12345 Nordheide\n' }, text()).data['address']).toEqual(['Lindenstraße 4', '12345 Nordheide']);
});

test('logos are files of the paper, named by their order', () => {
  const logo = { mime: 'image/png' as const, data: 'AAAA', alt: 'Logo der Nordheide' };
  const { data, files } = letterheadData('JMD Nordheide', { ...noLetterhead, logos: [logo, { ...logo, mime: 'image/jpeg' }] }, text());
  expect(Object.keys(files)).toEqual(['logo-1.png', 'logo-2.jpg']);
  expect(data['logos']).toEqual([{ file: '/logo-1.png', alt: logo.alt }, { file: '/logo-2.jpg', alt: logo.alt }]);
});

test('what no font has is marked and named here too', () => {
  const printed = text();
  expect(letterheadData('JMD 😀', noLetterhead, printed).data['office']).toBe('JMD \uFFFD');
  expect(printed.replaced()).toEqual(['U+1F600']);
});
