import { describe, expect, it } from 'vitest';
import { refusedSwitch, refusedSwitches } from '../../electron/refused-switches.ts';

const none = (): boolean => false;

describe('a packaged Lotse', () => {
  it.each(Object.values(refusedSwitches).flat())('does not start with --%s, however it is written', (name) => {
    expect(refusedSwitch((asked) => asked === name, [], '')).toBe(`--${name}`);
    for (const written of [`--${name}`, `--${name}=1`, `-${name}`, `--${name.toUpperCase()}`, `--${name.replaceAll('-', '_')}`]) {
      expect([written, refusedSwitch(none, [written], '')]).toEqual([written, `--${name}`]);
    }
    expect(refusedSwitch(none, [], `--max-old-space-size=4096 "--${name}=x"`)).toContain(`--${name}`);
  });

  it.each(['disable-features', 'enable-features', 'enable-blink-features', 'disable-blink-features'])('does not start with --%s on its command line, which Electron itself may set', (name) => {
    expect(refusedSwitch(none, [`--${name}=IsolateOrigins`], '')).toBe(`--${name}`);
    expect(refusedSwitch((asked) => asked === name, [], '')).toBeNull();
  });

  it.each(['-r ./x.js', '--require=./x.js', '--env-file=.env', '--openssl-config=x', '--heapsnapshot_signal=SIGUSR2', "'--inspect-brk'"])('does not start with NODE_OPTIONS %s', (options) => {
    expect(refusedSwitch(none, [], options)).toMatch(/^NODE_OPTIONS /);
  });

  it.each([
    [[], ''],
    [['--dir', 'D:\\Übung', '--today', '2026-11-22'], ''],
    [['C:\\Users\\petra\\inspect.lotse-meldung'], ''],
    [['/home/petra/no-sandbox', 'inspect'], ''],
    [['--proxy-server=http://proxy:8080', '--disable-gpu', '--force-device-scale-factor=1.25', '--user-data-dir=D:\\x', '--original-process-start-time=1', '--lang=de'], ''],
    [[], '--max-old-space-size=4096 --dns-result-order=ipv4first'],
  ] as const)('starts with %j and NODE_OPTIONS %j', (args, options) => {
    expect(refusedSwitch(none, args, options)).toBeNull();
  });
});
