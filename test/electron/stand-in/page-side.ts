/**
 * What runs in the page before its own scripts: the built preload with an `ipcRenderer` that hears what main posts, and the far ends of the
 * ports that main gave to this page. One self-contained function: it is sent to Chromium as text.
 */

export interface PageSide {
  /** Name of the binding through which the page reaches the stand-in; taken away before any script of the page runs. */
  readonly binding: string;
  /** Longest piece of a message, characters. */
  readonly piece: number;
}

/** Main → page, and for `post` and `close` of a port also back. Binary data in base64. */
export type PageItem =
  | { readonly kind: 'ipc'; readonly channel: string; readonly message: string; readonly ports: readonly number[] }
  | { readonly kind: 'post'; readonly port: number; readonly type: 'json' | 'bytes' | 'buffer'; readonly data: string; readonly last: boolean }
  | { readonly kind: 'close'; readonly port: number };

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** `preload`: preload.cjs as the function that CommonJS makes of it; null: this window has none. */
export function pageSide({ binding, piece }: PageSide, preload: Preload | null): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const reach = world[binding] as (text: string) => Promise<string>;
  Reflect.deleteProperty(world, binding);
  // A preload runs in the main frame alone.
  if (preload === null || window.top !== window) return;

  const ports = new Map<number, MessagePort>();
  const parts = new Map<number, string>();
  const listeners = new Map<string, ((event: unknown, message: unknown) => void)[]>();
  const send = (item: object): void => void reach(JSON.stringify(item));

  const encode = (data: unknown): readonly ['json' | 'bytes' | 'buffer', string] => {
    if (data instanceof Uint8Array) return ['bytes', (data as unknown as { toBase64(): string }).toBase64()];
    if (data instanceof ArrayBuffer) return ['buffer', (new Uint8Array(data) as unknown as { toBase64(): string }).toBase64()];
    if (typeof data === 'string' || data === null || ['number', 'boolean'].includes(typeof data) || Object.getPrototypeOf(data) === Object.prototype || Array.isArray(data)) {
      return ['json', JSON.stringify(data)];
    }
    throw new TypeError('the stand-in carries no such value over a port');
  };
  const decode = (type: string, data: string): unknown => {
    if (type === 'json') return JSON.parse(data);
    const bytes = (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(data);
    return type === 'bytes' ? bytes : bytes.buffer;
  };

  const keep = (id: number, port: MessagePort): void => {
    ports.set(id, port);
    port.onmessage = ({ data }) => {
      const [type, text] = encode(data);
      for (let at = 0; at === 0 || at < text.length; at += piece) {
        send({ kind: 'post', port: id, type, data: text.slice(at, at + piece), last: at + piece >= text.length });
      }
    };
    port.addEventListener('close', () => {
      if (ports.delete(id)) send({ kind: 'close', port: id });
    });
  };

  const take = (item: PageItem): void => {
    if (item.kind === 'ipc') {
      const given = item.ports.map((id) => {
        const { port1, port2 } = new MessageChannel();
        keep(id, port1);
        return port2;
      });
      for (const listen of listeners.get(item.channel) ?? []) listen({ ports: given, senderFrame: null }, JSON.parse(item.message));
    } else if (item.kind === 'close') {
      const port = ports.get(item.port);
      ports.delete(item.port);
      port?.close();
    } else {
      const whole = (parts.get(item.port) ?? '') + item.data;
      if (item.last) {
        parts.delete(item.port);
        ports.get(item.port)?.postMessage(decode(item.type, whole));
      } else parts.set(item.port, whole);
    }
  };

  const hear = async (): Promise<void> => {
    for (;;) for (const item of JSON.parse(await reach('{"kind":"next"}')) as readonly PageItem[]) take(item);
  };

  const listen = (once: boolean) => (channel: string, listener: (event: unknown, message: unknown) => void): void => {
    const list = listeners.get(channel) ?? [];
    listeners.set(channel, list);
    const heard = (event: unknown, message: unknown): void => {
      if (once) list.splice(list.indexOf(heard), 1);
      listener(event, message);
    };
    list.push(heard);
  };
  const ipcRenderer = new Proxy({ on: listen(false), once: listen(true) }, {
    get: (of, name, receiver) => {
      if (typeof name === 'string' && !(name in of)) throw new Error(`the stand-in for electron has no ipcRenderer.${name}`);
      return Reflect.get(of, name, receiver) as unknown;
    },
  });
  const requireElectron = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload has no module '${name}'`);
    return { ipcRenderer };
  };
  const module = { exports: {} };
  preload(requireElectron, module, module.exports);
  send({ kind: 'hello' });
  void hear();
}
