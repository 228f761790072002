/** Everything a page could ask of the system is refused, everywhere it could come from (R16, R19, R20, R24). */
import { app, type Session, type WebContents } from 'electron';
import { mayLoad, mayNavigate } from './addresses.ts';

/** To be called before the program is ready. The default session may be there earlier: whoever finds it hardens it. */
export function hardenEverything(): void {
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => { hardenContents(contents); });
  // A certificate that is not good is not made good by anybody; nobody signs in anywhere.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('login', (event, _contents, _details, _info, answer) => {
    event.preventDefault();
    answer();
  });
}

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => { decide(false); });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Papers are saved by main where the person chooses (saved-files.ts): a page starts no download.
  session.on('will-download', (event) => { event.preventDefault(); });
  // Updates have a session of their own, which may ask one address instead (updates/network.ts).
  session.webRequest.onBeforeRequest(({ url }, decide) => { decide({ cancel: !mayLoad(url, { devTools: !app.isPackaged }) }); });
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.on('will-navigate', (details) => { if (!mayNavigate(details.url, true)) details.preventDefault(); });
  contents.on('will-redirect', (details) => { if (!mayNavigate(details.url, details.isMainFrame)) details.preventDefault(); });
  contents.on('will-frame-navigate', (details) => { if (!mayNavigate(details.url, details.isMainFrame)) details.preventDefault(); });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  // Connections of WebRTC pass by the rules for requests: through the proxy of the session, which is nowhere, or not at all.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
