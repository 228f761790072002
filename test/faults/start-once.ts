/** Opens an office when told to, says how it went and keeps it until told to let go; started twice at once by two-processes.test.ts. */
import readline from 'node:readline';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { codeIn } from './code-in.ts';
import { openOffice, type KeysInHex } from './office-on-keys.ts';

await cryptoReady();
console.log('ready');
const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
  const { dir, keys } = JSON.parse(line.value) as { dir: string; keys: KeysInHex };
  try {
    const office = openOffice(dir, keys, (said) => { throw new Error(said); });
    const { row } = await office.client.cases.create();
    console.log(`owner ${row.id}`);
    await lines.next();
    await office.core.lock();
    console.log('closed');
  } catch (problem) {
    console.log(codeIn(problem));
  }
}
