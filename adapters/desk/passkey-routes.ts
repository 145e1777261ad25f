import { DeskError } from './errors';
import { type Route, route } from './route';
import type { RoutesDeps } from './routes';
import { ById, Done, NewPasskey, PasskeyAdded, PasskeyList, PasskeyQuestion, PasskeyStart } from './schemas';
import { tryCode } from './second-step-routes';

/** A worker's own passkeys. */
export function passkeyRoutes({ accounts, codeLimit }: Pick<RoutesDeps, 'accounts' | 'codeLimit'>): Route[] {
  const { passkeys, secondStep } = accounts;

  return [
    route('get', '/passkeys', {
      summary: 'Your passkeys.',
      reply: PasskeyList,
      handle: async ({ worker }) => ({ passkeys: await passkeys.list(worker.id) }),
    }),
    route('post', '/passkeys/start', {
      summary: 'What your browser makes a passkey with. Where your second step is on, it takes a code.',
      audit: 'start-passkey',
      body: PasskeyStart,
      reply: PasskeyQuestion,
      async handle({ worker, body: { code }, site }) {
        // A passkey asks for no code. So whoever finds a desk left open gets none without one.
        if (await secondStep.isOn(worker.id)) {
          if (code === undefined) throw new DeskError('code-needed');
          await tryCode(codeLimit, worker, () => secondStep.use(worker.id, code));
        }
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
