/** Holds a data folder until it is killed. */
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { lockFolder } from '../../db/lock.ts';

await cryptoReady();
lockFolder(process.argv[2] ?? '');
process.stdout.write('held');
process.stdin.resume();
