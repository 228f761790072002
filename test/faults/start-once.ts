/** Opens an office at a given moment, keeps it for a while and says how it went; started twice at once by two-processes.test.ts. */
import readline from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { codeIn } from './code-in.ts';
import { openOffice, type KeysInHex } from './office-on-keys.ts';

await cryptoReady();
console.log('ready');
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { dir, keys } = JSON.parse(line) as { dir: string; keys: KeysInHex };
  try {
    const office = openOffice(dir, keys, (said) => { throw new Error(said); });
    const { row } = await office.client.cases.create();
    // Long enough for the other to meet it.
    await wait(40);
    await office.core.lock();
    console.log(`owner ${row.id}`);
  } catch (problem) {
    console.log(codeIn(problem));
  }
}
