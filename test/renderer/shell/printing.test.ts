import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { likelyPrinter, printerWords, Printing } from '../../../renderer/office/shell/printing.svelte.ts';
import type { PrinterView } from '../../../shared/rpc/shell.contract.ts';

const hall: PrinterView = { name: 'HP_Flur', displayName: 'HP LaserJet', location: 'Flur, 1. Stock', isDefault: false };
const own: PrinterView = { name: 'Kyo', displayName: 'Kyocera ECOSYS', location: '', isDefault: false };
const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' });

describe('which printer stands there first', () => {
  it.each([
    ['the last one of this sitting', [hall, own], 'Kyo', 'Kyo'],
    ['the one of the system, when the last is gone', [hall, { ...own, isDefault: true }], 'Brother', 'Kyo'],
    ['the only one', [hall], null, 'HP_Flur'],
    ['none of several: the paper must not come out just anywhere', [hall, own], null, null],
    ['none where there is none', [], 'Kyo', null],
  ] as const)('%s', (_name, printers, last, expected) => {
    expect(likelyPrinter(printers, last)).toBe(expected);
  });

  it('is said with its place, where somebody wrote one down', () => {
    expect([printerWords(hall), printerWords(own)]).toEqual(['HP LaserJet · Flur, 1. Stock', 'Kyocera ECOSYS']);
  });
});

describe('printing', () => {
  it('sends the file under its own name to the printer chosen, and says where it went', async () => {
    const orders: unknown[] = [];
    const printing = new Printing({
      printers: async () => [hall, own],
      print: async ({ pdf: file, ...order }: { pdf: File; printer: string; copies: number }) => void orders.push({ ...order, name: file.name, type: file.type }),
    });
    await printing.load();
    expect(await printing.print(pdf, 'Plan.pdf')).toBe(false);
    printing.chosen = 'HP_Flur';
    printing.copies = 2;
    expect(await printing.print(pdf, 'Plan.pdf')).toBe(true);
    expect(orders).toEqual([{ printer: 'HP_Flur', copies: 2, name: 'Plan.pdf', type: 'application/pdf' }]);
    expect(printing.sent).toBe('HP LaserJet · Flur, 1. Stock');
  });

  it('looks for printers anew when the one chosen is gone, and goes on saying what went wrong', async () => {
    let there: readonly PrinterView[] = [hall, own];
    const printing = new Printing({ printers: async () => there, print: async () => Promise.reject(new ORPCError('PRINTER_UNKNOWN')) });
    await printing.load();
    printing.chosen = 'HP_Flur';
    there = [own];
    expect(await printing.print(pdf, 'Plan.pdf')).toBe(false);
    expect(printing.printers).toEqual([own]);
    expect([printing.problem?.code, printing.chosen, printing.sent]).toEqual(['PRINTER_UNKNOWN', 'Kyo', null]);
  });
});
