/** Serves the built page of the central server (`.build/renderer/centre`) with the assets it shares with the office windows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const missing = 'Die Seite ist noch nicht gebaut. Bitte „npm run build“ ausführen und den Server neu starten.\n';

/** `folder` holds `centre/index.html` and `assets/`; without it the address answers with how to build it. */
export async function addPage(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'centre', 'index.html'))) {
    app.get('/', async (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send(missing));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    index: 'index.html',
    // The office windows lie in the same folder and are nobody's business here.
    allowedPath: (path) => path.startsWith('/centre/') || path.startsWith('/assets/'),
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const named = path.includes(`assets`);
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/', async (_request, reply) => reply.redirect('/centre/'));
}
