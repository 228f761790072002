import type { PlanPaperKind } from '../../shared/plan/versions.ts';

const titles: Readonly<Record<PlanPaperKind, string>> = { agreement: 'Plan', wall: 'Wandblatt' };

/** `Plan-NI-0417-2026-0001-Fassung-3.pdf`, `…-Vorschau.pdf` where it is no version yet (null): no name of a person ever stands in the name of a file, and no language, which tells of one. */
export function planFileName(paper: PlanPaperKind, number: string, version: number | null): string {
  return `${titles[paper]}-${number.replace(/[^A-Za-z0-9-]/g, '')}-${version === null ? 'Vorschau' : `Fassung-${String(version)}`}.pdf`;
}

export function pdfBlob(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}
