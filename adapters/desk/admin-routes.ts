import type { Worker } from '../../handoff/types';
import { signOutEverywhere } from './account-routes';
import { DeskError } from './errors';
import { type Route, route } from './route';
import type { RoutesDeps } from './routes';
import { AccountList, AddedAccount, ById, Done, NewAccount, NewRole, NewTeams, Ticket } from './schemas';

const ok = { ok: true as const };

/** What an admin does with accounts. Each is in the audit before it is done, as with `npm run worker`. */
export function adminRoutes(deps: Pick<RoutesDeps, 'accounts' | 'desk' | 'events' | 'teams' | 'log'>): Route[] {
  const { accounts, desk, events, teams, log } = deps;
  const roles = ['admin'] as const;
  const shown = async (worker: Worker, passkeys: number) => ({
    ...worker,
    access: !worker.barred,
    password: await accounts.hasPassword(worker),
    secondStep: await accounts.secondStep.isOn(worker.id),
    passkeys,
  });

  return [
    route('get', '/accounts', {
      summary: 'Every account of the desk. For admins.',
      roles,
      reply: AccountList,
      async handle() {
        const all = (await accounts.list()).sort((a, b) => a.name.localeCompare(b.name));
        const passkeys = await accounts.passkeys.counts();
        return { accounts: await Promise.all(all.map((one) => shown(one, passkeys.get(one.id) ?? 0))), teams };
      },
    }),
    route('post', '/accounts', {
      summary: 'Add somebody. Gives the ticket of a sign-in link, for them alone. For admins.',
      roles,
      makes: true,
      audit: 'add-account',
      body: NewAccount,
      reply: AddedAccount,
      async handle({ body, fresh }) {
        const worker = await accounts.add({ ...body, id: fresh });
        return { worker, ticket: await accounts.issueTicket(worker.id) };
      },
    }),
    route('post', '/accounts/{id}/link', {
      summary: 'The ticket of a new sign-in link for somebody else. For admins.',
      roles,
      audit: 'make-link',
      params: ById,
      reply: Ticket,
      async handle({ params, worker }) {
        // It asks for no second step: from a desk left open it would be a way in for good.
        if (params.id === worker.id) throw new DeskError('own-role');
        return { ticket: await accounts.issueTicket(params.id) };
      },
    }),
    route('post', '/accounts/{id}/role', {
      summary: "Change somebody's role. Nobody's own, and there is always an admin. For admins.",
      roles,
      audit: 'change-role',
      params: ById,
      body: NewRole,
      reply: Done,
      async handle({ params, body, worker }) {
        await accounts.setRole(params.id, body.role, worker.id);
        return ok;
      },
    }),
    route('post', '/accounts/{id}/teams', {
      summary: 'Put somebody in these teams, and in no other. For admins.',
      roles,
      audit: 'change-teams',
      params: ById,
      body: NewTeams,
      reply: Done,
      async handle({ params, body }) {
        await accounts.setTeams(params.id, body.teams);
        return ok;
      },
    }),
    route('post', '/accounts/{id}/take-away', {
      summary:
        "Take somebody's access away: their sessions and links are over, and whom they have waits for the next. For admins.",
      roles,
      audit: 'take-away-access',
      params: ById,
      reply: Done,
      async handle({ params, worker }) {
        await accounts.takeAway(params.id, worker.id);
        await events.hangUpAll(params.id);
        // Also whoever they stepped away from: they are not waited for.
        const theirs = (await desk.list()).filter((one) => one.worker?.id === params.id);
        for (const { id } of theirs) await desk.release(id, worker);
        log.info({ worker: params.id }, 'access taken away');
        return ok;
      },
    }),
    route('post', '/accounts/{id}/put-back', {
      summary: "Put somebody's access back. For admins.",
      roles,
      audit: 'put-back-access',
      params: ById,
      reply: Done,
      async handle({ params }) {
        await accounts.putBack(params.id);
        return ok;
      },
    }),
    route('post', '/accounts/{id}/passkeys/remove', {
      summary: 'Remove every passkey of somebody who lost the device. For admins.',
      roles,
      audit: 'remove-passkey',
      params: ById,
      reply: Done,
      async handle({ params }) {
        await accounts.clearPasskeys(params.id);
        return ok;
      },
    }),
    route('post', '/accounts/{id}/sign-out', {
      summary: "End every session of somebody's account, and every sign-in link that was not used. For admins.",
      roles,
      audit: 'sign-out-everywhere',
      params: ById,
      reply: Done,
      async handle({ params }) {
        await signOutEverywhere(params.id, { accounts, events, log });
        return ok;
      },
    }),
  ];
}
