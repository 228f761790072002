/** A Monitoring-Meldung as a file: the signed bytes, to be kept or carried on a stick. */

/** What a desktop knows the files by; `electron/opened-files.ts` and the installers know it too. */
export const deliveryFileEnding = 'lotse-meldung';

/** `Monitoring-Meldung-NI-0417-2025-Nr-3.lotse-meldung`: names an office and a period, never a person. `sequence` null: the server never took it. */
export function deliveryFileName({ office, period, sequence }: { readonly office: string; readonly period: string; readonly sequence: number | null }): string {
  const parts = ['Monitoring-Meldung', office, period, ...(sequence === null ? [] : [`Nr-${String(sequence)}`])];
  return `${parts.join('-').replace(/[^A-Za-z0-9-]/g, '')}.${deliveryFileEnding}`;
}
