import type { SignedIn } from '../../handoff/accounts';
import type { Audit, Done, Worker } from '../../handoff/types';
import { asDeskError, DeskError } from './errors';
import type { Call, Route } from './route';

/**
 * Handles a call with what it does written down. What changes something is written first, so that nothing happens of which
 * there is no entry, and a refusal is a second one. What is only read is written before the answer leaves: an entry that
 * cannot be kept is an answer that nobody gets.
 * @throws DeskError `role`, and whatever the handler or the audit throws.
 */
export async function onRecord(
  route: Route,
  worker: Worker | null,
  about: { params: unknown; fresh: string },
  audit: Audit,
  call: () => Call<unknown, unknown>,
): Promise<unknown> {
  if (!worker) return route.handle(call());
  const done: Done | null = route.audit && { act: route.audit, worker, ...subjectOf(route, about) };
  const refuse = async (error: unknown): Promise<never> => {
    if (done) await audit.write({ ...done, refused: asDeskError(error).code });
    throw error;
  };
  if (route.roles && !route.roles.includes(worker.role)) return refuse(new DeskError('role'));
  const checked = call();
  if (done && route.method === 'post') await audit.write(done);
  const reply = await route.handle(checked).catch(refuse);
  if (done && route.method === 'get') await audit.write(done);
  return reply;
}

/** Whose conversation, or which account, an address names, or the call makes. */
function subjectOf(
  { path, makes }: Route,
  { params, fresh }: { params: unknown; fresh: string },
): Pick<Done, 'conversation' | 'account'> {
  if (makes) return { account: fresh };
  const { id } = (params ?? {}) as { id?: string };
  if (id === undefined) return {};
  if (path.startsWith('/accounts/')) return { account: id };
  return path.startsWith('/conversations/') ? { conversation: id } : {};
}

/** Nobody is signed in without an entry; a try that failed has one as well, with the account but not what was typed. */
export async function signInOnRecord(audit: Audit, attempt: Promise<SignedIn>): Promise<SignedIn> {
  const signedIn = await attempt.catch(async (error: unknown) => {
    const { account = null } = error as { account?: string | null };
    await audit.write({ act: 'sign-in', worker: null, account, refused: asDeskError(error).code });
    throw error;
  });
  await audit.write({ act: actOf(signedIn), worker: signedIn.worker });
  return signedIn;
}

const actOf = ({ passkey, recovered }: SignedIn): Done['act'] =>
  passkey ? 'sign-in-with-passkey' : recovered ? 'sign-in-with-recovery-code' : 'sign-in';
