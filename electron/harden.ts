/** Everything a page could ask of the system is refused, everywhere it could come from (R16, R19, R20, R24). */
import type { App, Session } from 'electron';
import { isOurs } from './app-scheme.ts';

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => { decide(false); });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The window has no network: what it knows comes over its port.
  session.webRequest.onBeforeRequest((details, decide) => { decide({ cancel: !isOurs(details.url) && !/^(blob|data|devtools):/.test(details.url) }); });
}

export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => { event.preventDefault(); });
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
      contents.on(event as 'will-navigate', (details) => {
        if (!isOurs(details.url)) details.preventDefault();
      });
    }
  });
}

/** Switches that open the program from outside; refused in a packaged one (R25). */
const openingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'no-sandbox', 'disable-web-security'];

export function startedOpen(app: App): boolean {
  return app.isPackaged && openingSwitches.some((name) => app.commandLine.hasSwitch(name));
}
