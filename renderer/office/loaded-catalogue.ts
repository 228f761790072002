/** The catalogue as pages outside of a case file need it: asked for once per connection. It says nothing about people. */
import { loadCatalogue, type LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import type { OfficeClient } from './rpc.ts';

type CatalogueClient = Pick<OfficeClient, 'catalogue'>;

const loaded = new WeakMap<CatalogueClient, Promise<LoadedCatalogue>>();

export function loadedCatalogue(client: CatalogueClient): Promise<LoadedCatalogue> {
  const known = loaded.get(client);
  if (known !== undefined) return known;
  const asked = client.catalogue.current().then(loadCatalogue);
  loaded.set(client, asked);
  // What failed is asked for again the next time; whoever waits hears of it by the same promise.
  asked.catch(() => loaded.delete(client));
  return asked;
}
