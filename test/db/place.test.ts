import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { classifyPlace, placeProblem, type PlaceFacts, type PlaceProblem } from '../../db/place.ts';
import { newFolder } from './folders.ts';

const none = { fsType: null, fsName: null, drive: null, neighbours: [], mandatoryProfile: false } as const;

const windows: Omit<PlaceFacts, 'path' | 'realPath'> = {
  ...none,
  platform: 'win32',
  home: 'C:\\Users\\petra',
  env: {
    USERPROFILE: 'C:\\Users\\petra',
    APPDATA: 'C:\\Users\\petra\\AppData\\Roaming',
    LOCALAPPDATA: 'C:\\Users\\petra\\AppData\\Local',
    PROGRAMDATA: 'C:\\ProgramData',
    TEMP: 'C:\\Users\\petra\\AppData\\Local\\Temp',
    TMP: 'C:\\Users\\petra\\AppData\\Local\\Temp',
    SystemRoot: 'C:\\Windows',
  },
};
const linux: Omit<PlaceFacts, 'path' | 'realPath'> = { ...none, platform: 'linux', home: '/home/petra', env: {}, fsType: 0xef53, fsName: 'ext4' };
const mac: Omit<PlaceFacts, 'path' | 'realPath'> = {
  ...none,
  platform: 'darwin',
  home: '/Users/petra',
  env: { TMPDIR: '/var/folders/zz/petra/T/' },
};

type Row = [place: string, problem: PlaceProblem | null, more?: Partial<PlaceFacts>];

function check(base: Omit<PlaceFacts, 'path' | 'realPath'>) {
  return (place: string, problem: PlaceProblem | null, more: Partial<PlaceFacts> = {}): void => {
    expect(classifyPlace({ ...base, path: place, realPath: place, ...more })).toBe(problem);
  };
}

const env = (more: PlaceFacts['env']): Partial<PlaceFacts> => ({ env: { ...windows.env, ...more } });

describe('Windows: a folder on the network is refused', () => {
  test.each<Row>([
    ['\\\\server\\jmd\\Lotse', 'PLACE_NETWORK'],
    ['//server/jmd/Lotse', 'PLACE_NETWORK'],
    ['\\\\?\\UNC\\server\\jmd\\Lotse', 'PLACE_NETWORK'],
    ['\\\\.\\UNC\\server\\jmd\\Lotse', 'PLACE_NETWORK'],
    ['\\\\server.traeger.example@SSL\\DavWWWRoot\\Lotse', 'PLACE_NETWORK'],
    ['\\\\wsl.localhost\\Debian\\home\\petra\\lotse', 'PLACE_NETWORK'],
    ['Z:\\Lotse', 'PLACE_NETWORK', { realPath: '\\\\server\\jmd\\Lotse' }],
    ['H:\\Eigene Dateien\\Lotse', 'PLACE_NETWORK', { realPath: '\\\\?\\UNC\\server\\home\\petra\\Lotse' }],
    ['Z:\\Lotse', 'PLACE_NETWORK', { drive: 'Network' }],
    ['C:\\Lotse', 'PLACE_NETWORK', { realPath: '\\\\server\\jmd\\Lotse' }],
    ['\\\\server\\users\\petra\\OneDrive\\Lotse', 'PLACE_NETWORK'],
  ])('%s → %s', check(windows));
});

describe('Windows: a folder that a cloud client keeps in step is refused', () => {
  test.each<Row>([
    ['C:\\Users\\petra\\OneDrive\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\onedrive\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\OneDrive - Träger gGmbH\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\Documents\\Lotse', 'PLACE_SYNCED', { realPath: 'C:\\Users\\petra\\OneDrive - Träger gGmbH\\Dokumente\\Lotse' }],
    ['D:\\Firmenwolke\\Lotse', 'PLACE_SYNCED', env({ OneDriveCommercial: 'D:\\Firmenwolke' })],
    ['D:\\Wolke\\Lotse', 'PLACE_SYNCED', env({ OneDrive: 'd:\\wolke' })],
    ['\\\\?\\D:\\Wolke\\Lotse', 'PLACE_SYNCED', env({ OneDriveConsumer: 'D:\\Wolke' })],
    ['C:\\Users\\petra\\Dropbox\\Lotse', 'PLACE_SYNCED'],
    ['D:\\Dropbox (Träger)\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\Google Drive\\Lotse', 'PLACE_SYNCED'],
    ['G:\\Meine Ablage\\Lotse', 'PLACE_SYNCED'],
    ['G:\\My Drive\\Lotse', 'PLACE_SYNCED'],
    ['G:\\Geteilte Ablagen\\JMD\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\iCloudDrive\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\Nextcloud\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\MagentaCLOUD\\Lotse', 'PLACE_SYNCED'],
    ['C:\\Users\\petra\\Nextcloud2\\Lotse', 'PLACE_SYNCED'],
    ['D:\\Daten\\Lotse', 'PLACE_SYNCED', { neighbours: ['.sync_4f2a91c0be11.db'] }],
    ['D:\\Daten\\Lotse', 'PLACE_SYNCED', { neighbours: ['._sync_4f2a91c0be11.db'] }],
    ['D:\\Daten\\Lotse', 'PLACE_SYNCED', { neighbours: ['.849C9593-D756-4E56-8D6E-42412F2A707B'] }],
    ['D:\\Daten\\Lotse', 'PLACE_SYNCED', { neighbours: ['seafile-data'] }],
    ['C:\\Users\\petra\\AppData\\Roaming\\Lotse', 'PLACE_SYNCED'],
  ])('%s → %s', check(windows));
});

describe('Windows: a stick, a temporary folder and a profile that does not last are refused', () => {
  test.each<Row>([
    ['E:\\Lotse', 'PLACE_REMOVABLE', { drive: 'Removable' }],
    ['F:\\Lotse', 'PLACE_REMOVABLE', { drive: 'CDRom' }],
    ['R:\\Lotse', 'PLACE_TEMPORARY', { drive: 'Ram' }],
    ['C:\\Users\\petra\\AppData\\Local\\Temp\\Lotse', 'PLACE_TEMPORARY'],
    ['C:\\Windows\\Temp\\Lotse', 'PLACE_TEMPORARY'],
    ['C:\\Users\\TEMP\\AppData\\Local\\Lotse', 'PLACE_TEMPORARY', env({ USERPROFILE: 'C:\\Users\\TEMP' })],
    ['C:\\Users\\TEMP.KREIS\\AppData\\Local\\Lotse', 'PLACE_TEMPORARY', env({ USERPROFILE: 'C:\\Users\\TEMP.KREIS' })],
    ['C:\\Users\\TEMP.KREIS.000\\Lotse', 'PLACE_TEMPORARY', env({ USERPROFILE: 'C:\\Users\\TEMP.KREIS.000' })],
    ['C:\\Users\\petra\\AppData\\Local\\Lotse', 'PLACE_TEMPORARY', { mandatoryProfile: true }],
    ['C:\\Users\\WDAGUtilityAccount\\Lotse', 'PLACE_TEMPORARY', env({ USERPROFILE: 'C:\\Users\\WDAGUtilityAccount' })],
  ])('%s → %s', check(windows));
});

describe('Windows: a disk of this PC is right, also where its name only looks like a cloud', () => {
  test.each<Row>([
    ['C:\\ProgramData\\Lotse', null],
    ['\\\\?\\C:\\ProgramData\\Lotse', null],
    ['C:\\Users\\petra\\AppData\\Local\\Lotse', null],
    ['D:\\Lotse', null, { drive: 'Fixed' }],
    ['C:\\ProgramData\\Lotse', null, { mandatoryProfile: true }],
    ['C:\\ProgramData\\Lotse', null, env({ USERPROFILE: 'C:\\Users\\TEMP' })],
    ['C:\\OneDriveArchiv\\Lotse', null],
    ['C:\\Kein OneDrive\\Lotse', null],
    ['C:\\Dropboxen\\Lotse', null],
    ['C:\\Meine Ablagen\\Lotse', null],
    ['C:\\Ablage\\Lotse', null],
    ['C:\\Users\\petra\\Nextcloud-Anleitung\\Lotse', null],
    ['D:\\Nextcloud\\Lotse', null],
    ['D:\\Box\\Lotse', null],
    ['C:\\Users\\petra\\AppData\\RoamingArchiv\\Lotse', null],
    ['C:\\Users\\petra\\AppData\\Local\\Temperatur\\Lotse', null],
    ['C:\\Users\\temperli\\Lotse', null, env({ USERPROFILE: 'C:\\Users\\temperli' })],
    ['D:\\Daten\\Lotse', null, { neighbours: ['.git', '.sync', '.sync_x.db', '.dropboxignore'] }],
    ['D:\\WolkeAlt\\Lotse', null, env({ OneDrive: 'D:\\Wolke' })],
    ['D:\\Lotse', null, env({ OneDrive: '' })],
  ])('%s → %s', check(windows));
});

describe('Linux', () => {
  test.each<Row>([
    ['/home/petra/.local/share/lotse', 'PLACE_NETWORK', { fsType: 0x6969, fsName: 'nfs4' }],
    ['/srv/jmd/lotse', 'PLACE_NETWORK', { fsType: 0xff534d42, fsName: 'cifs' }],
    ['/srv/jmd/lotse', 'PLACE_NETWORK', { fsType: 0xfe534d42, fsName: 'smb3' }],
    ['/mnt/c/Lotse', 'PLACE_NETWORK', { fsType: 0x01021997, fsName: '9p' }],
    ['/home/petra/fern/lotse', 'PLACE_NETWORK', { fsType: 0x65735546, fsName: 'fuse.sshfs' }],
    ['/home/petra/fern/lotse', 'PLACE_NETWORK', { fsType: 0x65735546, fsName: 'fuse.rclone' }],
    ['/run/user/1000/gvfs/smb-share:server=s,share=jmd/lotse', 'PLACE_NETWORK'],
    ['/home/petra/link/lotse', 'PLACE_NETWORK', { realPath: '/run/user/1000/gvfs/smb-share:server=s,share=jmd/lotse' }],
    ['/home/petra/Dropbox/lotse', 'PLACE_SYNCED'],
    ['/home/petra/Nextcloud/lotse', 'PLACE_SYNCED'],
    ['/home/petra/daten/lotse', 'PLACE_SYNCED', { neighbours: ['.owncloudsync.log'] }],
    ['/home/petra/daten/lotse', 'PLACE_SYNCED', { neighbours: ['.stfolder'] }],
    ['/home/petra/lotse', 'PLACE_SYNCED', { realPath: '/home/petra/Dropbox/lotse' }],
    ['/media/petra/STICK/lotse', 'PLACE_REMOVABLE'],
    ['/run/media/petra/STICK/lotse', 'PLACE_REMOVABLE'],
    ['/tmp/lotse', 'PLACE_TEMPORARY'],
    ['/var/tmp/lotse', 'PLACE_TEMPORARY'],
    ['/home/gast/lotse', 'PLACE_TEMPORARY', { fsType: 0x01021994, fsName: 'tmpfs' }],
    ['/srv/lotse', 'PLACE_TEMPORARY', { fsType: 0x858458f6, fsName: 'ramfs' }],
    ['/home/petra/.cache/t/lotse', 'PLACE_TEMPORARY', { env: { TMPDIR: '/home/petra/.cache/t' } }],
    ['/var/lib/lotse', null],
    ['/home/petra/.local/share/lotse', null],
    ['/home/petra/lotse', null, { fsType: 0x794c7630, fsName: 'overlay' }],
    ['/srv/lotse', null, { fsType: 0x65735546, fsName: 'fuseblk' }],
    ['/home/petra/dropbox/lotse', null],
    ['/mnt/daten/lotse', null],
    ['/mediathek/lotse', null],
    ['/tmpdaten/lotse', null],
  ])('%s → %s', check(linux));
});

describe('macOS', () => {
  test.each<Row>([
    ['/Users/petra/Library/Mobile Documents/com~apple~CloudDocs/Lotse', 'PLACE_SYNCED'],
    ['/Users/petra/Library/CloudStorage/GoogleDrive-petra@example.org/Meine Ablage/Lotse', 'PLACE_SYNCED'],
    ['/Users/petra/Library/CloudStorage/OneDrive-Traeger/Lotse', 'PLACE_SYNCED'],
    ['/Users/petra/dropbox/Lotse', 'PLACE_SYNCED'],
    ['/Volumes/STICK/Lotse', 'PLACE_REMOVABLE'],
    ['/private/tmp/Lotse', 'PLACE_TEMPORARY'],
    ['/var/folders/zz/petra/T/Lotse', 'PLACE_TEMPORARY'],
    ['/Volumes/Macintosh HD/Users/Shared/Lotse', null, { realPath: '/Users/Shared/Lotse' }],
    ['/Users/Shared/Lotse', null],
    ['/Users/petra/Library/Application Support/Lotse', null],
  ])('%s → %s', check(mac));
});

describe('on this PC', () => {
  test('a folder in the temporary one is temporary, whether it exists or not', () => {
    const dir = newFolder();
    for (const place of [dir, path.join(dir, 'noch', 'nicht', 'da')]) expect(placeProblem(place)).toBe('PLACE_TEMPORARY');
  });

  test('the mark of a sync client in a folder above is found, also through a link', () => {
    const dir = newFolder();
    const synced = path.join(dir, 'Abgleich');
    fs.mkdirSync(path.join(synced, 'Lotse'), { recursive: true });
    fs.writeFileSync(path.join(synced, '.sync_0a1b2c3d4e5f.db'), '');
    fs.symlinkSync(path.join(synced, 'Lotse'), path.join(dir, 'Lotse'), 'junction');
    expect(placeProblem(path.join(dir, 'Lotse'))).toBe('PLACE_SYNCED');
    expect(placeProblem(path.join(dir, 'Abgleich', 'Lotse', 'neu'))).toBe('PLACE_SYNCED');
  });

  const memory = process.platform === 'linux' && fs.existsSync('/dev/shm') && fs.statfsSync('/dev/shm').type === 0x01021994;
  test.skipIf(!memory)('a folder in memory is temporary (skipped where /dev/shm is none)', () => {
    expect(placeProblem('/dev/shm/lotse')).toBe('PLACE_TEMPORARY');
  });

  test('the folder this program lies in is looked at without an error', () => {
    expect([null, 'PLACE_NETWORK', 'PLACE_SYNCED', 'PLACE_REMOVABLE', 'PLACE_TEMPORARY']).toContain(placeProblem(os.homedir()));
  });
});
