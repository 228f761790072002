/** What left the file and on which basis, counted for the eye. */
import type { CaseFile } from '../case-file.svelte.ts';
import { disclosure, release } from '../case-ids.ts';

type Source = Pick<CaseFile, 'entries' | 'session' | 'stored'>;

export function releaseStanding(file: Pick<CaseFile, 'session' | 'stored'>, entry: string): { readonly holds: boolean; readonly word: string } {
  if (file.stored(entry, release.withdrawnOn) !== null) return { holds: false, word: 'widerrufen' };
  const until = file.stored(entry, release.validUntil);
  if (typeof until === 'string' && until < file.session.today) return { holds: false, word: 'abgelaufen' };
  return { holds: true, word: 'gilt' };
}

/** `2 mit Entbindung, 1 auf gesetzlicher Grundlage, 1 anonym`; kinds of which there is none are left out. */
export function disclosureSummary(file: Source): string {
  const bases = file.entries(disclosure.group, '').map(({ id }) => file.stored(id, disclosure.basis));
  if (bases.length === 0) return 'Aus dieser Akte wurde noch nichts weitergegeben.';
  const released = bases.filter((basis) => basis === 'release').length;
  const anonymous = bases.filter((basis) => basis === 'anonymous_consultation').length;
  const open = bases.filter((basis) => basis === null).length;
  const legal = bases.length - released - anonymous - open;
  const parts = [
    `${String(legal)} auf gesetzlicher Grundlage`,
    `${String(released)} mit Entbindung`,
    ...(anonymous > 0 ? [`${String(anonymous)} ohne Namen`] : []),
    ...(open > 0 ? [`${String(open)} ohne eingetragene Grundlage`] : []),
  ];
  return `${bases.length === 1 ? '1 Weitergabe' : `${String(bases.length)} Weitergaben`}: ${parts.join(', ')}.`;
}
