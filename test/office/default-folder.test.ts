import { describe, expect, it } from 'vitest';
import { defaultFolder, openToMachine, runtimeFolder, type System } from '../../office/default-folder.ts';

function pc(more: Partial<System>): System {
  return {
    platform: 'win32',
    home: 'C:\\Users\\petra',
    env: { LOCALAPPDATA: 'C:\\Users\\petra\\AppData\\Local', PROGRAMDATA: 'C:\\ProgramData', SystemRoot: 'C:\\Windows' },
    exists: () => false,
    writable: () => false,
    run: () => { throw new Error('nothing to run'); },
    ...more,
  };
}

describe('the data folder nobody named', () => {
  it.each<[string, Partial<System>, string]>([
    ['Windows: one for the PC', {}, 'C:\\ProgramData\\Lotse'],
    ['Windows: the office that began with this user', { exists: (file) => file === 'C:\\Users\\petra\\AppData\\Local\\Lotse\\office.json' }, 'C:\\Users\\petra\\AppData\\Local\\Lotse'],
    ...['desk.db', 'cases.db', 'cases-keys.db', 'slots', 'backups'].map((left): [string, Partial<System>, string] => [
      `Windows: the office that began with this user and lost its office.json, but not ${left}`,
      { exists: (file) => file === `C:\\Users\\petra\\AppData\\Local\\Lotse\\${left}` },
      'C:\\Users\\petra\\AppData\\Local\\Lotse',
    ]),
    ['macOS', { platform: 'darwin', home: '/Users/petra', env: {} }, '/Users/Shared/Lotse'],
    ['Linux, with a folder of the administration', { platform: 'linux', home: '/home/petra', env: {}, writable: (dir) => dir === '/var/lib/lotse' }, '/var/lib/lotse'],
    ['Linux, without', { platform: 'linux', home: '/home/petra', env: {} }, '/home/petra/.local/share/lotse'],
    ['Linux, with XDG_DATA_HOME', { platform: 'linux', home: '/home/petra', env: { XDG_DATA_HOME: '/daten' } }, '/daten/lotse'],
  ])('%s', (_, more, folder) => {
    expect(defaultFolder(pc(more))).toBe(folder);
  });
});

describe('rights of the folder of a Windows PC', () => {
  it('are left alone everywhere else', () => {
    openToMachine('D:\\Lotse', pc({}));
    openToMachine('/var/lib/lotse', pc({ platform: 'linux', writable: () => true }));
  });

  it('that Windows refuses to set stop the set-up', () => {
    // Where a folder cannot even be made, in this test, or somebody else's lies there, on a PC.
    const refused = pc({ env: { PROGRAMDATA: '\0', SystemRoot: 'C:\\Windows' } });
    expect(() => { openToMachine('\0\\Lotse', refused); }).toThrow('DISK_ERROR');
  });
});

it('the launch file lies on Windows with the user, not in the folder of the PC', () => {
  expect(runtimeFolder('C:\\ProgramData\\Lotse', 'ab12', pc({}))).toBe('C:\\Users\\petra\\AppData\\Local\\Lotse\\runtime\\ab12');
  expect(runtimeFolder('/var/lib/lotse', 'ab12', pc({ platform: 'linux' }))).toBe('/var/lib/lotse/runtime');
});
