import { spawn } from 'node:child_process';

/**
 * Shows a file or address in the installed browser. Where there is none (a server, a test) nothing happens: the address is printed
 * anyway.
 */
export function openInBrowser(target: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', target]]
      : process.platform === 'darwin'
        ? ['open', [target]]
        : ['xdg-open', [target]];
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // No such program: the printed address is the way.
  child.on('error', () => undefined);
  child.unref();
}
