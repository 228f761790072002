/**
 * Pages outside that Lotse opens in the browser of the PC after asking: https, exactly these hosts. Whoever adds one needs a second pair of eyes.
 *
 * NEEDS REVIEW by the programme before a release (docs/unverified.md): do the hosts still belong to it?
 */
export const allowedHosts: readonly string[] = ['www.jugendmigrationsdienste.de', 'www.jmd-portal.de'];
