/** electron-builder's MSI is American English and has no setting for it: its project is turned German before it is compiled. */
import { readFileSync, writeFileSync } from 'node:fs';

const german: readonly (readonly [string, string])[] = [
  ['Language="1033"', 'Language="1031"'],
  ['Message="Windows 7 and above is required"', 'Message="Lotse braucht ein neueres Windows."'],
  [`DowngradeErrorMessage='A newer version of "[ProductName]" is already installed.'`, `DowngradeErrorMessage='Eine neuere Fassung von "[ProductName]" ist schon installiert.'`],
];

/** Throws when a later electron-builder writes it another way. */
export function germanMsi(project: string): string {
  return german.reduce((text, [english, ours]) => {
    if (!text.includes(english)) throw new Error(`the project of the MSI has no ${english}; see build/package/german-msi.ts`);
    return text.replace(english, () => ours);
  }, project);
}

/** For electron-builder's `msiProjectCreated`. */
export function turnGerman(file: string): void {
  writeFileSync(file, germanMsi(readFileSync(file, 'utf8')));
}
