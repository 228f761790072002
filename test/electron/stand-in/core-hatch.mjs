/** `--import` for the core's sources: its office-core.ts becomes core-in-hand.ts, which a test may speak to beside the window. The rest is as shipped. */
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const inHand = new URL('core-in-hand.ts', import.meta.url).href;

if (isMainThread) {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      const replaced = found.url.endsWith('/office/office-core.ts') && context.parentURL?.endsWith('/office/utility-entry.ts');
      return replaced ? { ...found, url: inHand } : found;
    },
  });
}
