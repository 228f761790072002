/** `--import` for the core's sources: its office-core.ts becomes core-in-hand.ts, which a test may speak to beside the window. The rest is as shipped. */
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const inHand = new URL('core-in-hand.ts', import.meta.url).href;

/** What a test says before the core is there waits for it: a message nobody listens to would be lost. */
const hatch = { waiting: [], take: null };

if (isMainThread) {
  globalThis[Symbol.for('lotse.hatch')] = hatch;
  process.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('hatch' in message)) return;
    if (hatch.take === null) hatch.waiting.push(message);
    else hatch.take(message);
  });
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      const replaced = found.url.endsWith('/office/office-core.ts') && context.parentURL?.endsWith('/office/utility-entry.ts');
      return replaced ? { ...found, url: inHand } : found;
    },
  });
}
