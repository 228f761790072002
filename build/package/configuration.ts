/** What electron-builder is told. Data, but for two hooks: nothing of node_modules is its business, and fuses are burnt by ours. */
import type { AfterPackContext, Configuration } from 'electron-builder';
import { linuxProgram } from './burn-fuses.ts';
import { turnGerman } from './german-msi.ts';
import { publisher } from './publisher.ts';

export interface Sources {
  /** The tree that build/desktop made. */
  readonly app: string;
  readonly output: string;
  /** Electron as it is unpacked, or the folder with its archive. */
  readonly electronDist: string;
  readonly electronVersion: string;
  /** The parts list, shipped beside the program. */
  readonly sbom: string;
  /** The folder of this project. */
  readonly root: string;
  /** macOS without a certificate; for trying alone, see `mac`. */
  readonly unsigned?: boolean;
  /** When the program is complete, before it is signed. */
  readonly afterPack: (context: AfterPackContext) => Promise<void>;
}

/** Files that open with Lotse by a double click. */
const fileAssociations = [
  { ext: 'lotse-meldung', name: 'Lotse-Meldung', description: 'Monitoring-Meldung von Lotse', mimeType: 'application/x-lotse-meldung', role: 'Viewer' },
  { ext: 'lotse-uebergabe', name: 'Lotse-Übergabe', description: 'Übergabe einer Fallakte von Lotse', mimeType: 'application/x-lotse-uebergabe', role: 'Viewer' },
];

export function configuration({ app, output, electronDist, electronVersion, sbom, root, unsigned = false, afterPack }: Sources): Configuration {
  const resources = `${root}/build/package/resources`;
  const icons = `${root}/build/package/icons`;
  return {
    appId: 'de.lotse.office',
    productName: 'Lotse',
    copyright: 'Lotse, EUPL-1.2',
    directories: { app, output, buildResources: resources },
    electronDist,
    electronVersion,
    // The tree is complete: false says that nothing is to be installed, compiled or collected.
    beforeBuild: () => Promise.resolve(false as never),
    files: ['**/*', { from: 'node_modules', to: 'node_modules', filter: ['**/*'] }],
    // Binaries alone lie outside: the system cannot load them out of an archive. Everything else is covered by the archive's hash.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    extraResources: [
      { from: `${root}/LICENSE`, to: 'LICENSE.Lotse.txt' },
      { from: sbom, to: 'sbom.cdx.json' },
    ],
    // Its own list of fuses has gaps; ours has none, and must come before signing.
    electronFuses: null,
    afterPack,
    electronLanguages: ['de', 'en-US'],
    fileAssociations,
    // No channel of updates: docs/updates.md says how Lotse does it.
    publish: null,
    npmRebuild: true,
    artifactName: 'Lotse-${version}-${os}-${arch}.${ext}',

    win: {
      target: ['nsis', 'msi'],
      icon: `${icons}/icon.ico`,
      // Only the installer asks for more.
      requestedExecutionLevel: 'asInvoker',
      signtoolOptions: { signingHashAlgorithms: ['sha256'] },
      // The binaries outside of the archive are signed too; no hash covers them.
      signExts: ['.exe', '.dll', '.node'],
    },
    nsis: {
      // For all accounts, below Program Files: what one of them runs, another must not be able to change (R26).
      perMachine: true,
      oneClick: false,
      allowToChangeInstallationDirectory: false,
      installerLanguages: ['de_DE'],
      language: '1031',
      include: `${resources}/installer.nsh`,
      installerIcon: `${icons}/icon.ico`,
      uninstallerIcon: `${icons}/icon.ico`,
      shortcutName: 'Lotse',
      // Who installs is often not who works with it.
      runAfterFinish: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      packElevateHelper: false,
      artifactName: 'Lotse-${version}-windows-${arch}.${ext}',
    },
    // Pinned: the installers of its old tools can be made to run files of others (CVE-2025-43715), and its old AppImage needs FUSE 2.
    toolsets: { nsis: '1.2.1', appimage: '1.0.3' },
    msiProjectCreated: (file) => { turnGerman(file); },
    msi: { perMachine: true, oneClick: true, runAfterFinish: false, shortcutName: 'Lotse', artifactName: 'Lotse-${version}-windows-${arch}.${ext}' },

    linux: {
      target: ['deb', 'AppImage'],
      executableName: linuxProgram,
      icon: icons,
      category: 'Office',
      synopsis: 'Dokumentation und Monitoring für Jugendmigrationsdienste',
      maintainer: `${publisher.name} <${publisher.email}>`,
      vendor: publisher.name,
      syncDesktopName: true,
      desktop: { entry: { 'Comment[de]': 'Dokumentation und Monitoring für Jugendmigrationsdienste' } },
    },
    deb: {
      // libc6: what the library of SQLite was linked with. An older system refuses the package instead of a core that does not start.
      depends: ['libc6 (>= 2.34)', 'libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0', 'libuuid1', 'libsecret-1-0'],
      recommends: [],
      packageCategory: 'misc',
    },
    // Its default would start Chromium without a sandbox, which main refuses (R25).
    appImage: { executableArgs: [] },

    mac: {
      // Burning fuses breaks Electron's own signature; unsigned, the program would not start on Apple silicon.
      forceCodeSigning: !unsigned,
      target: ['dmg', 'zip'],
      icon: `${icons}/icon.icns`,
      category: 'public.app-category.business',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: `${resources}/entitlements.plist`,
      entitlementsInherit: `${resources}/entitlements.plist`,
      darkModeSupport: true,
    },
    dmg: { writeUpdateInfo: false },
  };
}
