/**
 * Has to be imported before anything large, because it changes how what follows is found.
 *
 * Node reads the package.json around every module it loads; that of drizzle-orm has 180 KB and stands around a hundred modules, which is a
 * second of every start. What a relative import of a package or of ours means needs no package.json.
 */
import { registerHooks } from 'node:module';

const drizzle = '/node_modules/drizzle-orm/';

registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context;
    if (!specifier.startsWith('.') || parentURL?.startsWith('file:') !== true) return next(specifier, context);
    const { href } = new URL(specifier, parentURL);
    if (href.endsWith('.ts')) return { url: href, format: 'module-typescript', shortCircuit: true };
    if (parentURL.includes(drizzle) && href.endsWith('.js')) return { url: href, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
});
