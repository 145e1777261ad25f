import type { Worker } from '../../handoff/types';
import { DeskError } from './errors';
import type { CodeLimit } from './limit';
import { checkOwnPassword } from './own-password';
import { type Route, route } from './route';
import type { RoutesDeps } from './routes';
import { ById, Code, Done, OwnPassword, RecoveryCodes, SecondStepSecret, SecondStepState } from './schemas';

/** A code from the worker's phone, as a second step after the password. */
export function secondStepRoutes({ accounts, codeLimit }: Pick<RoutesDeps, 'accounts' | 'codeLimit'>): Route[] {
  const { secondStep } = accounts;
  const withCode = <T>(worker: Worker, attempt: () => Promise<T | null>): Promise<T> =>
    tryCode(codeLimit, worker, attempt);

  return [
    route('get', '/second-step', {
      summary: 'Whether your account has a second step.',
      reply: SecondStepState,
      handle: async ({ worker }) => ({
        on: await secondStep.isOn(worker.id),
        password: await accounts.hasPassword(worker),
      }),
    }),
    route('post', '/second-step/start', {
      summary:
        'A fresh secret for your app. It takes your password. Nothing changes until a code made with it is confirmed.',
      body: OwnPassword,
      reply: SecondStepSecret,
      async handle({ worker, body }) {
        if (!(await accounts.hasPassword(worker))) throw new DeskError('no-password');
        if (await secondStep.isOn(worker.id)) throw new DeskError('already-on');
        await checkOwnPassword({ accounts, codeLimit }, worker, body.password);
        return secondStep.begin(worker);
      },
    }),
    route('post', '/second-step/confirm', {
      summary: 'Turn the second step on, with a code from the app. Gives the recovery codes.',
      audit: 'second-step-on',
      body: Code,
      reply: RecoveryCodes,
      async handle({ worker, body }) {
        if (await secondStep.isOn(worker.id)) throw new DeskError('already-on');
        return { recovery: await withCode(worker, () => secondStep.confirm(worker, body.code)) };
      },
    }),
    route('post', '/second-step/off', {
      summary: 'Turn your second step off, with a code or a recovery code.',
      audit: 'second-step-off',
      body: Code,
      reply: Done,
      async handle({ worker, body }) {
        await withCode(worker, () => secondStep.use(worker.id, body.code));
        await secondStep.clear(worker.id);
        return { ok: true as const };
      },
    }),
    route('post', '/accounts/{id}/second-step/off', {
      summary: 'Turn the second step off for somebody who lost their phone. For admins.',
      roles: ['admin'],
      audit: 'second-step-off',
      params: ById,
      reply: Done,
      async handle({ params, worker }) {
        // Their own they turn off with a code, as everybody does.
        if (params.id === worker.id) throw new DeskError('role');
        await accounts.clearSecondStep(params.id);
        return { ok: true as const };
      },
    }),
  ];
}

/** What `attempt` makes of the code; nothing counts as a wrong one. @throws DeskError `code` or `too-many`. */
export const tryCode = <T>(codeLimit: CodeLimit, { email }: Worker, attempt: () => Promise<T | null>): Promise<T> =>
  codeLimit(email, async () => {
    const done = await attempt();
    if (done === null) throw new DeskError('code');
    return done;
  });
