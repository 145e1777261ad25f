import type { Worker } from '../../handoff/types';
import { DeskError } from './errors';
import type { RoutesDeps } from './routes';

/**
 * Whoever is signed in gives their password once more: a desk that was left open changes nothing about how somebody signs in.
 * @throws DeskError `password-needed`, `password`, or `too-many` after too many wrong ones.
 */
export async function checkOwnPassword(
  { accounts, codeLimit }: Pick<RoutesDeps, 'accounts' | 'codeLimit'>,
  worker: Worker,
  password: string | undefined,
): Promise<void> {
  if (password === undefined) throw new DeskError('password-needed');
  // Counted by itself: guesses at the desk keep nobody from signing in.
  await codeLimit(`password ${worker.email}`, async () => {
    if (!(await accounts.isPassword(worker, password))) throw new DeskError('password');
  });
}
