/** `lotse://paper/…`: a PDF on its way to the printer. Lies in memory while it is printed, never in a file (R28). */
import { randomUUID } from 'node:crypto';
import { notFound, type Asked } from './app-scheme.ts';

const paperOrigin = 'lotse://paper';

export function isPaper(url: string): boolean {
  return url.startsWith(`${paperOrigin}/`);
}

export interface Papers {
  /** Address of the paper, for whoever is told; good until it is dropped: the viewer may ask twice. */
  hold(pdf: Uint8Array): string;
  drop(address: string): void;
  answer(request: Asked): Response;
}

export function createPapers(): Papers {
  const held = new Map<string, Uint8Array>();
  return {
    hold: (pdf) => {
      const address = `${paperOrigin}/${randomUUID()}`;
      held.set(address, pdf);
      return address;
    },
    drop: (address) => { held.delete(address); },
    answer: ({ method, url }) => {
      const pdf = held.get(url);
      if (method !== 'GET' || pdf === undefined) return notFound();
      // No policy of the window: Chromium's viewer around a PDF would inherit it and stay empty.
      return new Response(new Uint8Array(pdf), { headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } });
    },
  };
}
