/** Serves the built page of the central server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const missing = 'Die Seite ist noch nicht gebaut. Bitte „npm run build“ ausführen und den Server neu starten.\n';

/** `folder` holds `index.html` and `assets/`; without it the address answers with how to build it. */
export async function addPage(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send(missing));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/centre/',
    index: 'index.html',
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Built assets carry the hash of their content in their name.
      const forEver = path.startsWith(join(folder, 'assets'));
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // A relative address, so that the server may also stand below a path of a proxy; browsers carry the part behind # along.
  app.get('/', async (_request, reply) => reply.redirect('centre/'));
}
