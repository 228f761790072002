/** `lotse://app`: the built window under an origin of its own, nothing else of the disk (R17, R18). */
import { readFile } from 'node:fs/promises';
import { securityHeaders } from '../office/shell/security-headers.ts';
import { listStaticFiles } from '../office/shell/static-files.ts';

export const appOrigin = 'lotse://app';

/** Only the window's own pages. */
export function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** What of a request decides about its answer. */
export type Asked = Pick<Request, 'method' | 'url' | 'headers'>;

/** The same answer to whatever is not there and whatever is not asked for in the one way a window asks. */
export function notFound(): Response {
  return new Response('Not Found', { status: 404, headers: securityHeaders([]) });
}

/**
 * Answers whole files of `folder` to plain GETs. The list is made once: only an address that stands in it is read, so no spelling of a
 * path leads out of the folder, and what is laid there later is not served.
 */
export function servePages(folder: string): (request: Asked) => Promise<Response> {
  const files = listStaticFiles(folder);
  return async ({ method, url, headers }) => {
    if (method !== 'GET' || headers.has('range') || !isOurs(url)) return notFound();
    const file = files.get(URL.parse(url)?.pathname ?? '');
    if (file === undefined) return notFound();
    return new Response(new Uint8Array(await readFile(file.file)), { headers: { ...securityHeaders([]), 'Content-Type': file.type } });
  };
}
