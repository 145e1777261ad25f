import type { z } from 'zod';
import type { Worker } from '../../handoff/types';
import { DeskError } from './errors';
import { checkOwnPassword } from './own-password';
import { type Route, route } from './route';
import type { RoutesDeps } from './routes';
import { ById, Done, NewPasskey, PasskeyAdded, PasskeyList, PasskeyQuestion, PasskeyStart } from './schemas';
import { tryCode } from './second-step-routes';

type Shown = z.output<typeof PasskeyStart>;

/** A worker's own passkeys. */
export function passkeyRoutes({ accounts, codeLimit }: Pick<RoutesDeps, 'accounts' | 'codeLimit'>): Route[] {
  const { passkeys, secondStep } = accounts;

  /** A passkey signs in for good, and asks for nothing else. So whoever finds a desk left open gets none. */
  async function checkThem(worker: Worker, token: string, { code, password }: Shown): Promise<void> {
    const has = { password: await accounts.hasPassword(worker), code: await secondStep.isOn(worker.id) };
    if (has.password) await checkOwnPassword({ accounts, codeLimit }, worker, password);
    // Not in place of the password: the phone may lie beside the desk.
    if (has.code) {
      if (code === undefined) throw new DeskError('code-needed');
      await tryCode(codeLimit, worker, () => secondStep.use(worker.id, code));
    }
    if (!has.password && !has.code && !(await accounts.justSignedIn(token))) throw new DeskError('sign-in-again');
  }

  return [
    route('get', '/passkeys', {
      summary: 'Your passkeys.',
      reply: PasskeyList,
      handle: async ({ worker }) => ({ passkeys: await passkeys.list(worker.id) }),
    }),
    route('post', '/passkeys/start', {
      summary:
        'What your browser makes a passkey with. It takes your password, and a code where your second step is on. Without either, within ten minutes of signing in.',
      audit: 'start-passkey',
      body: PasskeyStart,
      reply: PasskeyQuestion,
      async handle({ worker, token, body, site }) {
        await checkThem(worker, token, body);
        return { ...(await passkeys.begin(worker, site)) };
      },
    }),
    route('post', '/passkeys', {
      summary: 'Keep the passkey that your browser made.',
      audit: 'add-passkey',
      body: NewPasskey,
      reply: PasskeyAdded,
      async handle({ worker, body: { name, made }, site }) {
        return { passkey: await passkeys.add(worker, site, name, made) };
      },
    }),
    route('post', '/passkeys/{id}/remove', {
      summary: 'Remove a passkey of yours. It signs nobody in any more.',
      audit: 'remove-passkey',
      params: ById,
      reply: Done,
      async handle({ worker, params }) {
        if (!(await passkeys.remove(worker.id, params.id))) throw new DeskError('unknown');
        return { ok: true as const };
      },
    }),
  ];
}
