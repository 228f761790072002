/** Takes a data folder and lets it go again: says `free`, or the code it met. */
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { lockFolder } from '../../db/lock.ts';

await cryptoReady();
try {
  lockFolder(process.argv[2] ?? '').release();
  process.stdout.write('free');
} catch (error) {
  process.stdout.write(storeCodeOf(error) ?? String(error));
}
