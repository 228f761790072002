/**
 * `npm start`: builds the windows if needed and opens the office; in Electron when its binary is there, else in the browser shell.
 * Says which and why, and prints the address. Arguments (`-- --dir D`) go on to the shell.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The Electron program, or null: its package fetches the binary only when asked (`npm run electron:get`). */
function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

const electron = electronBinary();
const args = process.argv.slice(2);
if (electron !== null) {
  console.log('Lotse startet als eigenes Programm (Electron ist vorhanden).');
  const { desktopApp } = await import('./desktop/build-tree.ts');
  // The same folder that is packed: nothing is looked for in this project.
  const child = spawn(electron, [await desktopApp(), ...args], { stdio: 'inherit', cwd: root });
  child.on('exit', (code) => process.exit(code ?? 0));
} else {
  await bundle();
  console.log('Lotse startet im Browser, weil Electron nicht geladen ist (laden mit: npm run electron:get).');
  console.log('Diese Adresse gilt einmal und nur auf diesem PC. Beenden mit Strg+C.');
  const child = spawn(process.execPath, [join(root, 'cli', 'main.ts'), 'serve', '--open', ...args], { stdio: 'inherit', cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}
