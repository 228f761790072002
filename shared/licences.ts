/** `licences.json`, which lies beside the built window (`/licences.json` of its own origin): which version Lotse is, what it is made of, and under which terms. */
export interface LicencesFile {
  /** Of Lotse itself, `1.4.0`. */
  readonly version: string;
  /** Full text of the EUPL-1.2, Lotse's own licence. */
  readonly own: string;
  /** By name. */
  readonly packages: readonly PackageLicence[];
}

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package names it, `MIT`. */
  readonly licence: string;
  /** Licence files as they lie in the package; '' where it brings none. */
  readonly text: string;
}
