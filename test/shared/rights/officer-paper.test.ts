/** The overview for the data protection officer on paper: it never ends without a word. */
import { expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import { officerPaper, type OfficerExtract, type OfficerRequest } from '../../../shared/rights/officer-extract.ts';

const day = IsoDay.parse('2026-03-02');
const request = (at: number): OfficerRequest => ({ number: `NI-0417-2026-${String(at)}`, kind: 'Auskunft', by: 'junger Mensch', receivedOn: day, due: day, answeredOn: null, decision: null, ground: null, overdue: false });
const extract = (count: number): OfficerExtract => ({
  officeName: 'JMD Nordheide',
  day,
  from: day,
  until: day,
  requests: Array.from({ length: count }, (_, at) => request(at)),
  restrictions: [],
  holds: [],
  noticesOpen: 0,
  log: [],
  logCut: false,
  logChecked: [],
  erasures: [],
  incidents: [],
});

it.each([
  [1_000, 1_000, null],
  [1_200, 1_000, 'Das sind die ersten 1.000 von 1.200. Alle stehen in der Übersicht, die als Daten gespeichert wird.'],
])('of %i requests it lists %i and says where the others stand: %s', (count, listed, sentence) => {
  const { blocks } = officerPaper(extract(count), true);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []));
  expect(tables).toEqual([listed]);
  expect(blocks.flatMap((block) => (block.kind === 'text' && block.text.startsWith('Das sind') ? [block.text] : []))).toEqual(sentence === null ? [] : [sentence]);
});
