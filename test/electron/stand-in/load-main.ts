/**
 * Runs a built main (or its sources) in this process, once per program: `electron` is the stand-in of that program, and `process` one of its own,
 * so that its arguments, its versions and its end are not those of the test.
 */
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, runInThisContext } from 'node:vm';

export interface MainWorld {
  /** Exports of `electron`; a name that is not there fails when main is linked. */
  readonly electron: Readonly<Record<string, unknown>>;
  readonly process: object;
}

/** Also of a test runner that loads this file a second time: hooks and worlds are one per process. */
const key = Symbol.for('lotse.stand-in');
interface Worlds {
  readonly byNumber: Map<string, MainWorld>;
  next: number;
}
const shared = globalThis as unknown as Record<symbol, Worlds | undefined>;
const mark = 'stand-in';

function worlds(): Worlds {
  const there = shared[key];
  if (there !== undefined) return there;
  const fresh: Worlds = { byNumber: new Map(), next: 1 };
  shared[key] = fresh;
  registerHooks({
    resolve: (specifier, context, next) => {
      const number = context.parentURL === undefined ? null : (URL.parse(context.parentURL)?.searchParams.get(mark) ?? null);
      if (number === null) return next(specifier, context);
      if (specifier === 'electron') return { url: `electron-stand-in:${number}`, format: 'module', shortCircuit: true };
      const found = next(specifier, context);
      // A copy of its own for each program, of our files alone.
      return found.url.startsWith('file:') && !found.url.includes('/node_modules/') ? { ...found, url: `${found.url}?${mark}=${number}` } : found;
    },
    load: (url, context, next) => {
      const [, number] = /^electron-stand-in:(\d+)$/.exec(url) ?? [];
      if (number !== undefined) {
        const here = `globalThis[Symbol.for('lotse.stand-in')].byNumber.get('${number}').electron`;
        const names = Object.keys(fresh.byNumber.get(number)?.electron ?? {});
        const source = names.map((name) => `export const ${name} = ${here}.${name};`).join('\n');
        return { format: 'module', source: `${source}\nexport default ${here};`, shortCircuit: true };
      }
      const found = next(url, context);
      const world = url.startsWith('file:') ? (URL.parse(url)?.searchParams.get(mark) ?? null) : null;
      if (world === null || found.source === undefined || found.source === null || !/^module/.test(found.format ?? '')) return found;
      const text = typeof found.source === 'string' ? found.source : new TextDecoder().decode(found.source);
      return { ...found, source: `const process = globalThis[Symbol.for('lotse.stand-in')].byNumber.get('${world}').process;${text}` };
    },
  });
  return fresh;
}

/** What `process` is to main: this one, but for what is said here. */
export function processOfMain(said: { readonly argv: readonly string[]; readonly versions: Readonly<Record<string, string>>; readonly resourcesPath: string; exit(code: number): void }): { readonly process: object; readonly events: EventEmitter } {
  const events = new EventEmitter();
  const own: Record<PropertyKey, unknown> = {
    argv: [...said.argv],
    versions: { ...process.versions, ...said.versions },
    resourcesPath: said.resourcesPath,
    type: 'browser',
    exit: (code = 0) => { said.exit(Number(code)); },
    crash: () => { throw new Error('the stand-in for electron does not crash its process'); },
  };
  for (const name of ['on', 'once', 'off', 'addListener', 'removeListener', 'removeAllListeners', 'emit', 'listenerCount', 'prependListener'] as const) {
    own[name] = (events[name] as (...args: unknown[]) => unknown).bind(events);
  }
  return { process: new Proxy(process, { get: (of, name) => (name in own ? own[name] : (Reflect.get(of, name) as unknown)) }), events };
}

/** Imported as Node does it, past a test runner that puts its own module loader before it. */
const importNatively = runInThisContext('(url) => import(url)', { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER }) as (url: string) => Promise<unknown>;

/** Resolves when main ran to its last line; `world` is asked for once more whenever main uses it. */
export async function loadMain(file: string, world: MainWorld): Promise<void> {
  const all = worlds();
  const number = String(all.next);
  all.next += 1;
  all.byNumber.set(number, world);
  await importNatively(`${pathToFileURL(join(file)).href}?${mark}=${number}`);
}
