/**
 * Who publishes this build, as installers and package managers ask for it. `.invalid` says that nobody has filled it in: whoever publishes puts
 * in the values of the house (docs/packaging.md). `npm run package` reminds of it.
 */
export const publisher = {
  name: 'Lotse',
  email: 'lotse@example.invalid',
  homepage: 'https://example.invalid/lotse',
} as const;

export const isFilledIn = !publisher.email.endsWith('.invalid') && !new URL(publisher.homepage).hostname.endsWith('.invalid');
