/**
 * `node --import test/support/quick-start.mjs …`: what one process or thread compiled the next does not compile again.
 *
 * Node gives NODE_COMPILE_CACHE to a process, but not to its threads; a thread of the store that loads all of it takes two seconds without.
 */
import module from 'node:module';
import { join } from 'node:path';

module.enableCompileCache(join(import.meta.dirname, '..', '..', '.build', 'compile-cache'));
// Not above: it comes out of the cache itself.
await import('../../cli/quick-modules.ts');
