/**
 * Ways to open a program from outside as it starts; a packaged Lotse does not start with one (R25, docs/decisions/0008-desktop-shell.md).
 *
 * Not refused, on purpose: proxies (`--proxy-server`: offices have them, the window has no network, updates are signed), `--user-data-dir` (holds no
 * case), and what helps against broken graphics or scaling (`--disable-gpu`, `--force-device-scale-factor`).
 */

/** Switches of Chromium, Electron and Node, by what they would do. */
export const refusedSwitches = {
  /** Lets another program look in, or carries out what it says. */
  debugging: [
    'auto-open-devtools-for-tabs', 'custom-devtools-frontend', 'debug', 'debug-brk', 'debug-port', 'devtools-flags', 'enable-automation', 'experimental-network-inspection', 'inspect', 'inspect-brk', 'inspect-brk-node',
    'inspect-port', 'inspect-publish-uid', 'inspect-wait', 'remote-allow-origins', 'remote-debugging-address', 'remote-debugging-io-pipes', 'remote-debugging-pipe',
    'remote-debugging-port', 'remote-debugging-socket-name', 'remote-debugging-targets', 'wait-for-debugger', 'wait-for-debugger-children', 'wait-for-debugger-on-navigation',
    'gpu-startup-dialog', 'renderer-startup-dialog', 'utility-startup-dialog',
  ],
  /** Takes the walls around the window away. */
  sandbox: [
    'allow-sandbox-debugging', 'disable-gpu-sandbox', 'disable-namespace-sandbox', 'disable-seccomp-filter-sandbox', 'disable-setuid-sandbox', 'in-process-gpu', 'no-sandbox',
    'no-sandbox-and-elevated', 'no-zygote', 'no-zygote-sandbox', 'process-per-site', 'renderer-process-limit', 'service-sandbox-type', 'single-process',
  ],
  /** Weakens what a page may not do, or which certificate is good. */
  web: [
    'allow-file-access', 'allow-file-access-from-files', 'allow-insecure-localhost', 'allow-running-insecure-content', 'allow-third-party-modules', 'disable-site-isolation-for-policy', 'disable-site-isolation-trials', 'disable-web-security', 'host-resolver-rules', 'host-rules',
    'ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'ignore-urlfetcher-cert-requests', 'reduce-security-for-testing', 'unsafely-treat-insecure-origin-as-secure',
  ],
  /** Runs other people's code in ours. */
  code: [
    'app', 'browser-subprocess-path', 'disable-extensions-except', 'experimental-loader', 'gpu-launcher', 'import', 'js-flags', 'load-extension', 'loader', 'nacl-gdb', 'no-experimental-global-navigator',
    'plugin-launcher', 'register-pepper-plugins', 'renderer-cmd-prefix', 'require', 'utility-cmd-prefix', 'zygote-cmd-prefix',
  ],
  /** Writes memory, traces or keys of connections to files (R28). */
  writing: [
    'crash-dumps-dir', 'crash-server-url', 'cpu-prof', 'diagnostic-dir', 'enable-crash-reporter', 'enable-crash-reporter-for-testing', 'enable-heap-profiling', 'enable-tracing', 'full-memory-crash-report', 'heap-prof',
    'heapsnapshot-near-heap-limit', 'heapsnapshot-signal', 'log-net-log', 'memlog', 'net-log-capture-mode', 'prof', 'report-on-fatalerror', 'report-on-signal', 'report-uncaught-exception', 'ssl-key-log-file',
    'trace-config-file', 'trace-event-categories', 'trace-startup', 'trace-startup-file',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Can switch any of that off, too. Looked for on the command line only, because Electron sets some of them itself. */
const features: readonly string[] = ['disable-blink-features', 'disable-features', 'enable-blink-features', 'enable-features'];

/** Options of Node that are refused in NODE_OPTIONS: the same, and what only stands there. */
const nodeOnly = ['abort-on-uncaught-exception', 'env-file', 'openssl-config', 'perf-basic-prof', 'perf-prof', 'trace-events-enabled'];

const all: readonly string[] = Object.values(refusedSwitches).flat();

/**
 * The first switch the program was started with that must not be; null when there is none. `hasSwitch` also knows what the environment switched on
 * (`ELECTRON_DISABLE_SANDBOX`), and how Windows writes switches.
 */
export function refusedSwitch(hasSwitch: (name: string) => boolean, args: readonly string[], nodeOptions: string): string | null {
  const named = new Set(args.map(nameOf));
  const onLine = all.find((name) => hasSwitch(name) || named.has(name)) ?? features.find((name) => named.has(name));
  if (onLine !== undefined) return `--${onLine}`;
  const words = nodeOptions.replace(/["'\\]/g, '').split(/\s+/);
  const inOptions = words.find((word) => word === '-r' || [...all, ...nodeOnly].includes(nameOf(word) ?? ''));
  return inOptions === undefined ? null : `NODE_OPTIONS ${inOptions}`;
}

/** `inspect` of `--inspect=9229`; Node reads _ as -, Chromium one dash as two. null for what is no switch. */
function nameOf(word: string): string | null {
  const name = /^--?([a-z][\w-]*)(?:=|$)/i.exec(word)?.[1];
  return name === undefined ? null : name.replaceAll('_', '-').toLowerCase();
}
