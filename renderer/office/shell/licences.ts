/** The list of what Lotse is made of, from the file that lies beside the window. */
import type { LicencesFile, PackageLicence } from '../../../shared/licences.ts';

/** Rejects when the file is not there or no list: then the page says so. */
export async function loadLicences(): Promise<LicencesFile> {
  const response = await fetch('licences.json');
  if (!response.ok) throw new Error(`licences.json: ${String(response.status)}`);
  return (await response.json()) as LicencesFile;
}

/** By name or licence, as typed. */
export function findPackages(packages: readonly PackageLicence[], typed: string): readonly PackageLicence[] {
  const wanted = typed.trim().toLocaleLowerCase('de-DE');
  return packages.filter(({ name, licence }) => `${name} ${licence}`.toLocaleLowerCase('de-DE').includes(wanted));
}

/** `MIT (34), ISC (5)`: most frequent first. */
export function licenceSummary(packages: readonly PackageLicence[]): string {
  const groups = [...Map.groupBy(packages, ({ licence }) => licence)].map(([licence, { length }]) => ({ licence, length }));
  return groups
    .sort((a, b) => b.length - a.length || (a.licence < b.licence ? -1 : 1))
    .map(({ licence, length }) => `${licence} (${String(length)})`)
    .join(', ');
}
