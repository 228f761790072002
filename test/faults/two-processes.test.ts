import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import readline from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { complaintsAbout, filesThatStay, type Life } from './check.ts';
import { makeTemplate, type Template } from './template.ts';

interface Starter {
  readonly child: ChildProcess;
  readonly said: () => Promise<string>;
}

describe('two processes', { timeout: 600_000 }, () => {
  let template: Template;
  let starters: readonly Starter[] = [];
  beforeAll(async () => {
    template = await makeTemplate();
    const file = await bundleForNode('test/faults/start-once.ts', 'faults-two');
    starters = [0, 1].map(() => {
      const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
      if (child.stdout === null) throw new Error('no pipe');
      const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      return { child, said: async () => ((await lines.next()) as { value: string }).value };
    });
    for (const { said } of starters) expect(await said()).toBe('ready');
  }, 600_000);
  afterAll(async () => {
    for (const { child } of starters) {
      child.stdin?.end();
      await once(child, 'close');
    }
    fs.rmSync(template.dir, { recursive: true, force: true });
  });

  test('that start at the same moment, ten times over, leave one owner, one refusal and a sound folder', async () => {
    const { dir, keys, facts, passwords } = template;
    const before = filesThatStay(dir);
    const made: Record<string, string> = {};
    for (let start = 0; start < 10; start++) {
      for (const { child } of starters) child.stdin?.write(`${JSON.stringify({ dir, keys })}\n`);
      const answers = await Promise.all(starters.map(async ({ said }) => said()));
      const at = answers.findIndex((answer) => answer.startsWith('owner '));
      const [owner, starter] = [answers[at], starters[at]];
      if (owner === undefined || starter === undefined) throw new Error(`nobody owns the folder: ${answers.join(', ')}`);
      expect(answers.filter((answer) => answer !== owner)).toEqual(['FOLDER_IN_USE']);
      made[`case/${owner.slice('owner '.length)}`] = 'there';
      starter.child.stdin?.write('let go\n');
      expect(await starter.said()).toBe('closed');
    }
    const life: Life = { dir, keys, facts: { ...facts, ...made }, passwords };
    expect(await complaintsAbout(life, null, before, { passwords: [], backups: false, removal: false })).toEqual([]);
  });
});
