/** Which addresses mean what to main. Pure. */
import { appOrigin, isOurs } from './app-scheme.ts';
import { isPaper } from './paper-scheme.ts';

/** Chromium's own PDF viewer, an extension that is part of it, and the pages it is made of. */
const viewer = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/'];
const ourBlob = `blob:${appOrigin}/`;

function isViewer(url: string): boolean {
  return viewer.some((start) => url.startsWith(start));
}

/** What a window may load at all: our pages, what it made itself, a paper, the viewer around it (R24). */
export function mayLoad(url: string, { devTools }: { readonly devTools: boolean }): boolean {
  return isOurs(url) || isPaper(url) || url.startsWith(ourBlob) || url.startsWith('data:') || isViewer(url) || (devTools && url.startsWith('devtools://'));
}

/** Where a page may lead its own frame: the window stays on our origin; a frame in it shows a PDF the window made, and the viewer its paper (R20). */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return isMainFrame ? isOurs(url) : url.startsWith(ourBlob) || isPaper(url) || isViewer(url);
}
