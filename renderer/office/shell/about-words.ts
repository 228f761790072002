/** Words of the page "Über Lotse". Pure. */
import type { AboutView } from '../../../shared/rpc/shell.contract.ts';

export const aboutTexts = {
  title: 'Über Lotse',
  lead: 'Dokumentation und Monitoring für Jugendmigrationsdienste. Die Akten bleiben verschlüsselt auf diesem PC.',
  program: 'Programm',
  lotse: 'Lotse',
  catalogue: 'Fachkatalog',
  edition: (edition: string) => `Ausgabe ${edition}`,
  shell: 'Läuft als',
  desktop: 'eigenes Programm',
  browser: 'Seite im Browser, mit Lotse auf diesem PC dahinter',
  browserName: 'Browser',
  fromSource: 'aus dem Quelltext gestartet',
  system: 'System',
  licence: 'Lizenz',
  eupl: 'Lotse ist freie Software unter der European Union Public Licence, Version 1.2 (EUPL-1.2). Sie dürfen Lotse benutzen, weitergeben und verändern; dabei gilt dieselbe Lizenz.',
  euplText: 'Text der EUPL-1.2',
  parts: 'Woraus Lotse besteht',
  partsLead: (count: number, summary: string) => `${count} Bausteine anderer, jeder unter seiner Lizenz: ${summary}.`,
  partsFind: 'Bausteine suchen',
  partsNone: 'Kein Baustein heißt so.',
  partsFound: (count: number) => (count === 1 ? '1 Baustein' : `${count} Bausteine`),
  partsMissing: 'Die Liste der Bausteine ließ sich nicht laden.',
  partsMissingAdvice: 'Sie liegt im Programmordner als „licences.json“.',
  again: 'Erneut versuchen',
  updates: 'Aktualisierungen',
} as const;

const systems: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' };

export interface Line {
  readonly label: string;
  readonly value: string;
}

/** What the desktop shell says about itself. */
export function desktopLines({ electron, chromium, node, platform, packaged }: Omit<AboutView, 'version'>): readonly Line[] {
  return [
    { label: aboutTexts.shell, value: packaged ? aboutTexts.desktop : `${aboutTexts.desktop}, ${aboutTexts.fromSource}` },
    { label: 'Electron', value: electron },
    { label: 'Chromium', value: chromium },
    { label: 'Node.js', value: node },
    { label: aboutTexts.system, value: systems[platform] ?? platform },
  ];
}

interface Brand {
  readonly brand: string;
  readonly version: string;
}

/** What a browser says about itself. Chromium adds a made-up brand, so that nobody relies on the list; where there is no list, the old line. */
export function browserLines(userAgent: string, brands: readonly Brand[] | undefined): readonly Line[] {
  const real = (brands ?? []).filter(({ brand }) => !/not.*brand/i.test(brand));
  const named = real.find(({ brand }) => brand !== 'Chromium') ?? real[0];
  return [
    { label: aboutTexts.shell, value: aboutTexts.browser },
    { label: aboutTexts.browserName, value: named === undefined ? userAgent : `${named.brand} ${named.version}` },
  ];
}
