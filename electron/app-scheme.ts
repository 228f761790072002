/** `lotse://app`: the built window under an origin of its own, nothing else of the disk (R17, R18). */
import { readFile } from 'node:fs/promises';
import { securityHeaders } from '../office/shell/security-headers.ts';
import { listStaticFiles } from '../office/shell/static-files.ts';

export const appOrigin = 'lotse://app';

/** Only the window's own pages; `blob:` and `data:` never leave this PC. */
export function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** Answers GET for files of the closed list; whatever else is asked for is not there. */
export async function answerFromFolder(folder: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const headers = securityHeaders([]);
  const url = URL.parse(request.url);
  const file = request.method === 'GET' && url?.host === 'app' && isOurs(request.url) ? listStaticFiles(folder).get(url.pathname) : undefined;
  if (file === undefined) return new Response('Not Found', { status: 404, headers });
  return new Response(new Uint8Array(await readFile(file.file)), { headers: { ...headers, 'Content-Type': file.type } });
}
