/** The browser shell under attack, in a real Chromium, from scripts of the page itself. */
import { request } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { newWindow, openOffice, openPage, type OfficeWindow } from '../support/office-window.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
/** Set-Cookie headers of every answer the window ever got. */
const cookiesOffered: string[] = [];
/** Addresses the window asked for that are not the office's own. */
const foreignRequests: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  office.context.on('response', (response) => {
    const offered = response.headers()['set-cookie'];
    if (offered !== undefined) cookiesOffered.push(offered);
  });
  office.context.on('request', (sent) => {
    if (!sent.url().startsWith(own()) && !sent.url().startsWith('blob:')) foreignRequests.push(sent.url());
  });
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

function own(): string {
  return `http://127.0.0.1:${String(office.served.port)}`;
}

/** Status of an answer to raw headers, which no page could send. */
function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: office.served.port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** How a WebSocket handshake ends: 101 or the status of the refusal. */
function handshake(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${String(office.served.port)}/rpc`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_sent, answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

describe('the browser shell', () => {
  test('the launch token leaves the address bar at once, and nothing is kept for the next page', async () => {
    await at.setUpOffice(page);
    await at.newCase(page);
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\//);
    const kept = await page.evaluate(() => ({ ...sessionStorage, ...localStorage, cookie: document.cookie }));
    expect(Object.entries(kept).filter(([, value]) => String(value).length >= 20)).toEqual([]);
    expect(await office.context.cookies()).toEqual([]);
  });

  test('a script that a page script puts into the page does not run, nor does text become code', async () => {
    // What `evaluate` runs stands above the policy, also what it clicks. So it only leaves a button behind, and the mouse clicks it.
    await page.evaluate(() => {
      const marks: string[] = [];
      (globalThis as unknown as { attacks: string[] }).attacks = marks;
      const button = document.createElement('button');
      button.id = 'attack';
      button.textContent = 'attack';
      Object.assign(button.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', zIndex: '99' });
      button.addEventListener('click', () => {
        const mark = (what: string, act: () => void): void => {
          try {
            act();
            marks.push(`${what} allowed`);
          } catch {
            marks.push(`${what} refused`);
          }
        };
        mark('text of a script', () => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.ranInline = true';
          document.head.append(script);
        });
        mark('handler', () => button.setAttribute('onkeydown', 'globalThis.ranHandler = true'));
        mark('markup', () => {
          document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.ranMarkup = true">');
        });
        mark('foreign script', () => {
          const script = document.createElement('script');
          script.src = 'data:text/javascript,globalThis.ranData=true';
          document.head.append(script);
        });
        // eslint-disable-next-line no-eval -- the attack itself
        mark('eval', () => void (0, eval)('globalThis.ranEval = true'));
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call, no-restricted-syntax -- the attack itself
        mark('Function', () => void new Function('globalThis.ranFunction = true')());
      });
      document.body.append(button);
    });
    await page.locator('#attack').click();
    await page.locator('#attack').press('Enter');
    const ran = await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('ran')));
    expect(ran).toEqual([]);
    const marks = await page.evaluate(() => (globalThis as unknown as { attacks: string[] }).attacks);
    expect(marks.length).toBeGreaterThanOrEqual(6);
    expect(marks.filter((mark) => mark.endsWith('allowed') && !mark.startsWith('handler'))).toEqual([]);
    await page.evaluate(() => document.getElementById('attack')?.remove());
  });

  test('the window cannot send anything to another address', async () => {
    const refused = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const heard: string[] = [];
          document.addEventListener('securitypolicyviolation', (event) => {
            heard.push(event.effectiveDirective);
            if (heard.length === 2) resolve(heard.toSorted());
          });
          const script = (): void => {
            fetch('http://127.0.0.1:9/').catch(() => undefined);
            const picture = new Image();
            picture.src = 'http://127.0.0.1:9/pixel.png';
          };
          const button = document.createElement('button');
          button.addEventListener('click', script);
          button.click();
        }),
    );
    expect(refused).toEqual(['connect-src', 'img-src']);
  });

  test.each([
    ['a foreign name for this address', { Host: 'lotse.example' }, 421],
    ['another port', { Host: '127.0.0.1:1' }, 421],
    ['localhost', () => ({ Host: `localhost:${String(office.served.port)}` }), 421],
    ['a foreign page', () => ({ Host: own().slice(7), Origin: 'https://evil.example' }), 403],
    ['a request from another site', () => ({ Host: own().slice(7), 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }), 403],
    ['our own page', () => ({ Host: own().slice(7) }), 200],
  ] as const)('%s is answered with its status', async (_name, headers, status) => {
    expect(await statusOf('/', { ...(typeof headers === 'function' ? headers() : headers) })).toBe(status);
  });

  test.each([
    ['foreign origin', () => ({ Origin: 'https://evil.example' }), 403],
    ['no origin', () => ({}), 403],
    ['wrong host', () => ({ Origin: own(), Host: 'lotse.example' }), 421],
  ] as const)('a WebSocket with %s is refused', async (_name, headers, status) => {
    expect(await handshake({ ...headers() })).toBe(status);
  });

  test('after a reload the window explains that it forgot its secret', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Diese Seite hat ihren Schlüssel nicht mehr.' }).waitFor();
    await page.getByText('das ist Absicht', { exact: false }).waitFor();
  });

  test('a launch token that comes a second time locks the office, shuts the window out and warns', async () => {
    const address = office.served.address();
    const first = await openPage(office.context, address);
    await at.unlock(first);
    await first.getByRole('heading', { name: /^Guten Tag/ }).waitFor();

    const thief = await openPage(await newWindow(browser), address);
    await thief.getByRole('heading', { name: /ein zweites Mal benutzt/ }).waitFor();
    await first.getByRole('heading', { level: 1 }).getByText(/anderen Fenster|keine Verbindung|ein zweites Mal/).waitFor();

    const next = await openPage(office.context, office.served.address());
    await next.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await next.getByText('Ein Startlink wurde ein zweites Mal benutzt', { exact: false }).waitFor();
    await thief.context().close();
  });

  test('in the whole session no cookie was offered, and nothing foreign was asked for', async () => {
    expect(cookiesOffered).toEqual([]);
    expect(await office.context.cookies()).toEqual([]);
    expect(foreignRequests.filter((url) => !url.includes('127.0.0.1:9/'))).toEqual([]);
  });
});
