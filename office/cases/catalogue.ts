import { opened } from '../base.ts';

export const currentCatalogueOf = opened.catalogue.current.handler(({ context }) => context.options.catalogue.definition);
