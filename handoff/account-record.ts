import type { Worker } from './types';

/** An account as it is kept. */
export interface Account extends Worker {
  password: string | null;
}

/** Whose it is, and nothing that lets anybody in. */
export const asWorker = ({ id, name, email, role, teams, barred }: Account): Worker => ({
  id,
  name,
  email,
  role,
  ...(teams && { teams }),
  ...(barred && { barred }),
});
