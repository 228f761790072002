/** The Notfallblatt on the command line. */
import { createInterface } from 'node:readline/promises';
import { optional, required, type Command } from '../command.ts';
import { passwordOf, withOffice, type OfficeAtWork } from '../office-session.ts';

export const recoveryConfirm: Command = {
  name: ['recovery', 'confirm'],
  usage: '--code CODE',
  summary: 'Nimmt den Code des ersten Notfallblatts zurück; erst danach kann ein Fall angelegt werden.',
  options: { code: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      await client.session.confirmRecovery({ code: optional(values, 'code') ?? positionals[0] ?? required(values, 'code') });
      return { confirmed: true };
    }),
};

/** One line from whoever calls: a person, or a script that kept what stood on stderr. '' when the input has ended. */
async function typedBack(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}

async function replace({ client }: OfficeAtWork, password: string): Promise<void> {
  const status = await client.session.status();
  const first = status.phase === 'recovery_open';
  const { recoveryCode } = first ? await client.session.renewRecovery() : await client.access.replaceRecovery({ password });
  process.stderr.write(`Code des neuen Notfallblatts: ${recoveryCode}\nBitte aufschreiben und hier abtippen: `);
  const code = await typedBack();
  await (first ? client.session.confirmRecovery({ code }) : client.access.confirmReplacement({ code }));
}

/** Both steps in one command: the new sheet waits in the memory of this process, and goes with it. */
export const recoveryRenew: Command = {
  name: ['recovery', 'renew'],
  usage: '',
  summary: 'Macht ein neues Notfallblatt: zeigt den Code und wartet, bis er abgetippt ist. Vorher gilt das bisherige.',
  run: ({ values }) =>
    withOffice(values, async (office) => {
      await replace(office, passwordOf(values));
      return { confirmed: true };
    }),
};
