/** The core of an office that stands open in a window, for what no window does: made-up cases, another time, a look inside. The same in every shell. */
import type { ChildProcess } from 'node:child_process';
import { coreClient, type Core, type CoreClient } from '../../office/core.ts';
import { seedOffice, type SeedOptions } from '../../office/seed.ts';
import type { FromHatch, HatchAct } from '../electron/stand-in/core-in-hand.ts';

export interface CoreInReach {
  /** Calls past the window, as a second program would. */
  readonly client: CoreClient;
  seed(options: SeedOptions): Promise<void>;
  lock(): Promise<void>;
  isOpen(): Promise<boolean>;
}

/** In the process of the test. */
export function coreHere(core: Core): CoreInReach {
  return {
    client: coreClient(core),
    seed: async (options) => void (await seedOffice(core, options)),
    lock: async () => core.lock(),
    isOpen: async () => core.context.session.open !== null,
  };
}

type Ask = (message: HatchAct) => Promise<unknown>;

/** As a client: each name leads on, a call goes to the core. */
function clientOver(ask: Ask, path: readonly string[] = []): unknown {
  return new Proxy(() => undefined, {
    get: (_of, name) => (typeof name === 'string' && name !== 'then' ? clientOver(ask, [...path, name]) : undefined),
    apply: (_of, _this, [input]: readonly unknown[]) => ask({ act: 'call', path, input }),
  });
}

/** In a process of its own, by the side entrance of core-in-hand.ts; `child` is the one that runs now. */
export function coreThere(child: () => ChildProcess): CoreInReach & { setNow(now: Date): Promise<void> } {
  let nextId = 1;
  const ask: Ask = (message) =>
    new Promise((resolve, reject) => {
      const hatch = nextId;
      nextId += 1;
      const at = child();
      const gone = (): void => { reject(new Error('the core ended before it answered the test')); };
      const hear = (answer: unknown): void => {
        if (typeof answer !== 'object' || answer === null || !('hatch' in answer) || answer.hatch !== hatch) return;
        at.off('message', hear);
        at.off('exit', gone);
        const said = answer as FromHatch;
        if ('problem' in said) reject(Object.assign(new Error(said.problem.message), { code: said.problem.code }));
        else resolve(said.value);
      };
      at.on('message', hear);
      at.once('exit', gone);
      at.send({ ...message, hatch });
    });
  return {
    client: clientOver(ask) as CoreClient,
    seed: async (options) => void (await ask({ act: 'seed', options })),
    lock: async () => void (await ask({ act: 'lock' })),
    isOpen: async () => (await ask({ act: 'isOpen' })) === true,
    setNow: async (now) => void (await ask({ act: 'now', now: now.toISOString() })),
  };
}
