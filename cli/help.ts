/** What `--help` prints. */
import type { Command } from './command.ts';

const general = `Allgemein: --dir ORDNER · --json · --login NAME · --password-file DATEI (oder LOTSE_PASSWORD) · --today JJJJ-MM-TT (nur Übungs-JMD)`;

function line(command: Command): string {
  return [command.name.join(' '), command.usage].filter(Boolean).join(' ');
}

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.join(' ').length));
  const lines = commands.map((command) => `  ${command.name.join(' ').padEnd(width)}  ${command.summary}`);
  return `lotse BEFEHL\n\n${lines.join('\n')}\n\n${general}\n`;
}

export function helpOf(command: Command): string {
  return `lotse ${line(command)}\n\n${command.summary}\n\n${general}\n`;
}
