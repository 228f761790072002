/** A real file server on this PC, as a publisher has one; it can also behave badly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers for one path instead of with the file. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, file: Uint8Array | undefined) => void;

export interface FileServer {
  readonly address: string;
  readonly files: Map<string, Uint8Array>;
  readonly behaviours: Map<string, Behaviour>;
  /** `GET /path` of every request, and what it said of whoever asks. */
  readonly asked: { readonly line: string; readonly headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

export async function startFileServer(): Promise<FileServer> {
  const files = new Map<string, Uint8Array>();
  const behaviours = new Map<string, Behaviour>();
  const asked: FileServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ line: `${request.method ?? ''} ${path}`, headers: request.headers });
    const name = path.replace(/^\/lotse\//, '');
    const file = files.get(name);
    const behave = behaviours.get(name);
    if (behave !== undefined) behave(request, response, file);
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': file.length }).end(file);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/lotse`,
    files,
    behaviours,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

export const status = (code: number): Behaviour => (_request, response) => { response.writeHead(code).end('nothing here'); };

export const redirectTo = (location: string): Behaviour => (_request, response) => { response.writeHead(302, { location }).end(); };

/** Promises the whole file, sends half and hangs up. */
export const hangUp: Behaviour = (_request, response, file = new Uint8Array()) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2), () => { response.destroy(); });
};

/** Sends half and says nothing any more. */
export const fallSilent: Behaviour = (_request, response, file = new Uint8Array()) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2));
};

/** Does not even answer. */
export const saysNothing: Behaviour = () => undefined;

/** Sends and sends, without saying how much. */
export const neverEnds: Behaviour = (_request, response) => {
  response.writeHead(200);
  const more = (): void => { while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20))); };
  response.on('drain', more);
  more();
};

/** Never silent, never done: a byte now and then. */
export const drips: Behaviour = (_request, response) => {
  response.writeHead(200);
  const drop = setInterval(() => { response.write(' '); }, 50);
  response.on('close', () => { clearInterval(drop); });
};
