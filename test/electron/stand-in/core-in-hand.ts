/** The office core with a side entrance for tests: another clock or catalogue, made-up cases, a look whether it is open. Used through core-hatch.mjs. */
import { coreClient } from '../../../office/core.ts';
import { officeCore as realCore, type OfficeCoreOptions } from '../../../office/office-core.ts';
import { seedOffice, type SeedOptions } from '../../../office/seed.ts';
import { extendedCatalogue } from '../../support/extra-section.ts';

/** What a test sets before the core starts: LOTSE_TEST_CORE, as JSON. */
export interface CoreSettings {
  /** ISO time at which the clock stands; null: it runs. */
  readonly now: string | null;
  readonly catalogue: 'shipped' | 'extra-section';
  /** Nothing is wrong with where the folder lies. */
  readonly anyPlace: boolean;
}

export type HatchAct =
  | { readonly act: 'call'; readonly path: readonly string[]; readonly input: unknown }
  | { readonly act: 'seed'; readonly options: SeedOptions }
  | { readonly act: 'now'; readonly now: string }
  | { readonly act: 'lock' }
  | { readonly act: 'isOpen' };

export type ToHatch = HatchAct & { readonly hatch: number };

export type FromHatch = { readonly hatch: number } & ({ readonly value: unknown } | { readonly problem: { readonly code: string; readonly message: string } });

/** Of core-hatch.mjs, which hears messages from the first moment. */
interface Hatch {
  readonly waiting: ToHatch[];
  take: ((message: ToHatch) => void) | null;
}

export async function officeCore(options: OfficeCoreOptions): ReturnType<typeof realCore> {
  const settings = JSON.parse(process.env['LOTSE_TEST_CORE'] ?? '') as CoreSettings;
  let { now } = settings;
  const office = await realCore({
    ...options,
    clock: () => (now === null ? new Date() : new Date(now)),
    ...(settings.catalogue === 'extra-section' && { catalogue: extendedCatalogue }),
    ...(settings.anyPlace && { placeOf: () => null }),
  });

  const act = async (message: ToHatch): Promise<unknown> => {
    if (message.act === 'lock') return office.core.lock();
    if (message.act === 'isOpen') return office.core.context.session.open !== null;
    if (message.act === 'seed') return seedOffice(office.core, message.options);
    if (message.act === 'now') return (now = message.now);
    const procedure = message.path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], coreClient(office.core));
    return (procedure as (input: unknown) => Promise<unknown>)(message.input);
  };

  const listen = (globalThis as unknown as Record<symbol, Hatch>)[Symbol.for('lotse.hatch')];
  if (listen === undefined) throw new Error('started without core-hatch.mjs');
  listen.take = (message) => {
    const { hatch } = message;
    const answer = (fromHatch: FromHatch): void => void process.send?.(fromHatch);
    act(message).then(
      (value) => { answer({ hatch, value }); },
      (problem: unknown) => {
        const { code = '', message: words = '' } = problem as { code?: string; message?: string };
        answer({ hatch, problem: { code, message: words } });
      },
    );
  };
  for (const message of listen.waiting.splice(0)) listen.take(message);
  return office;
}
