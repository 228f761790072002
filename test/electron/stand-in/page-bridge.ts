/** Main's side of page-side.ts: what main posts to a page, and the ports it gave to it. Each document begins anew. */
import type { Page } from 'playwright-core';
import { pageSide, type PageItem } from './page-side.ts';
import type { MessagePortMain } from './ports.ts';

/** Characters; far below what the pipe to Chromium carries at once. */
const piece = 4_000_000;

type FromPage = { readonly kind: 'hello' } | { readonly kind: 'next' } | Exclude<PageItem, { readonly kind: 'ipc' }>;

function encode(data: unknown): readonly ['json' | 'bytes' | 'buffer', string] {
  if (data instanceof Uint8Array) return ['bytes', Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')];
  if (data instanceof ArrayBuffer) return ['buffer', Buffer.from(data).toString('base64')];
  const text = JSON.stringify(data);
  if (text === undefined) throw new TypeError('the stand-in carries no such value over a port');
  return ['json', text];
}

function decode(type: 'json' | 'bytes' | 'buffer', text: string): unknown {
  if (type === 'json') return JSON.parse(text);
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return type === 'bytes' ? bytes : bytes.buffer;
}

export class PageBridge {
  /** Of the document that is showing. */
  ports = new Map<number, MessagePortMain>();
  waiting: PageItem[] = [];
  parts = new Map<number, string>();
  /** Whether this document's preload listens. */
  there = false;
  answer: ((text: string) => void) | null = null;
  nextId = 1;

  /** Before the first load of `page`. */
  async install(page: Page, preload: string | null): Promise<void> {
    const binding = `lotse${String(Math.random()).slice(2)}`;
    await page.exposeBinding(binding, ({ frame }, text: string) => (frame.parentFrame() === null ? this.hear(JSON.parse(text) as FromPage) : '[]'));
    // As text: evaluated in the page it would be refused by the page's own policy.
    const asFunction = preload === null ? 'null' : `function (require, module, exports) {${preload}\n}`;
    await page.addInitScript({ content: `(${pageSide.toString()})(${JSON.stringify({ binding, piece })}, ${asFunction});` });
  }

  /** `webContents.postMessage`; a page without a listening preload hears nothing, and its ports are closed. */
  post(channel: string, message: unknown, given: readonly MessagePortMain[]): void {
    if (!this.there) {
      for (const port of given) port.giveTo({ message: () => undefined, closed: () => undefined });
      for (const port of given) port.close();
      return;
    }
    const ids = given.map((port) => {
      const id = this.nextId;
      this.nextId += 1;
      this.ports.set(id, port);
      return id;
    });
    this.queue({ kind: 'ipc', channel, message: JSON.stringify(message ?? null), ports: ids });
    for (const [i, port] of given.entries()) this.hold(ids[i] ?? 0, port);
  }

  /** The document is gone, or the page with it. */
  forget(): void {
    const { ports } = this;
    this.ports = new Map();
    this.parts = new Map();
    this.waiting = [];
    this.there = false;
    this.answer = null;
    for (const port of ports.values()) port.close();
  }

  hold(id: number, port: MessagePortMain): void {
    port.giveTo({
      message: (data) => {
        if (!this.ports.has(id)) return;
        const [type, text] = encode(data);
        for (let at = 0; at === 0 || at < text.length; at += piece) {
          this.queue({ kind: 'post', port: id, type, data: text.slice(at, at + piece), last: at + piece >= text.length });
        }
      },
      closed: () => {
        if (this.ports.delete(id)) this.queue({ kind: 'close', port: id });
      },
    });
  }

  queue(item: PageItem): void {
    this.waiting.push(item);
    this.flush();
  }

  flush(): void {
    const { answer } = this;
    if (answer === null || this.waiting.length === 0) return;
    this.answer = null;
    answer(JSON.stringify(this.waiting.splice(0)));
  }

  hear(item: FromPage): string | Promise<string> {
    if (item.kind === 'hello') {
      this.forget();
      this.there = true;
      return '';
    }
    if (item.kind === 'next') {
      return new Promise((resolve) => {
        this.answer = resolve;
        this.flush();
      });
    }
    const port = this.ports.get(item.port);
    if (item.kind === 'close') {
      this.ports.delete(item.port);
      port?.close();
    } else {
      const whole = (this.parts.get(item.port) ?? '') + item.data;
      if (item.last) {
        this.parts.delete(item.port);
        port?.send(decode(item.type, whole));
      } else this.parts.set(item.port, whole);
    }
    return '';
  }
}
