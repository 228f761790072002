import { expect, it } from 'vitest';
import { RecoveryTyping, type RecoveryApp } from '../../../renderer/office/setup/recovery-step.svelte.ts';
import type { SessionView } from '../../../shared/rpc/session.views.ts';

const opened = { phase: 'locked', singleUser: true, training: true } as SessionView;

function windowWith(recoveryCode: string | null, answers: Partial<RecoveryApp['client']['session']> = {}) {
  const shown: SessionView[] = [];
  const typed: string[] = [];
  const app: RecoveryApp = {
    recoveryCode,
    show: (session) => shown.push(session),
    client: {
      session: {
        confirmRecovery: async ({ code }) => {
          typed.push(code);
          return opened;
        },
        renewRecovery: async () => ({ recoveryCode: '9Z9Z-8Y8Y' }),
        ...answers,
      },
    },
  };
  return { app, shown, typed };
}

it('shows the code after the set-up, and asks for it after a restart', () => {
  expect(new RecoveryTyping(windowWith('7K3M-AB2C').app).stage).toBe('show');
  expect(new RecoveryTyping(windowWith(null).app).stage).toBe('type');
});

it('a new Notfallblatt is shown with its own code, to be typed back like the first', async () => {
  const { app, shown, typed } = windowWith(null);
  const step = new RecoveryTyping(app);
  step.typed = '7K3M';
  await step.renew();
  expect([app.recoveryCode, step.stage, step.typed, step.busy]).toEqual(['9Z9Z-8Y8Y', 'show', '', false]);
  step.typed = '9Z9Z 8Y8Y';
  await step.confirm();
  expect([typed, shown]).toEqual([['9Z9Z 8Y8Y'], [opened]]);
});

it('says why no new one can be made, and keeps what is typed', async () => {
  const { app } = windowWith(null, { renewRecovery: async () => Promise.reject(Object.assign(new Error(), { code: 'RECOVERY_ALREADY_CONFIRMED' })) });
  const step = new RecoveryTyping(app);
  step.typed = '7K3M';
  await step.renew();
  expect(step.problem).not.toBeNull();
  expect([app.recoveryCode, step.stage, step.typed, step.busy]).toEqual([null, 'type', '7K3M', false]);
});
