import type { FeedFault } from '../types';
import type { Answer } from './ask';
import type { Get } from './get';
import { idOf, isObject } from './part';

export interface DetailSettings {
  get: Get;
  /** The address of one service. */
  address: (id: string) => string;
  tell: (fault: FeedFault) => void;
  /** Told how many services are read, after each. */
  read: (services: number) => void;
  signal: AbortSignal | undefined;
}

export interface Detailed {
  services: unknown[];
  /** The ids, as the feed names them, of those of which there is only what the list says. */
  shallow: Set<string>;
  /** Each of them was asked for, whatever came of it. */
  asked: boolean;
}

/** When the first so many are missing, it is a feed that has nothing more than its list. */
const FIRST = 3;
/** When so many fail in a row, the feed is taken to be away. */
const MOST_FAILURES = 20;
const FIELD = 'services/{id}';

/** The services of a list, each with all that is said of it at its own address. Where that fails, the list's word stands. */
export async function readDetails(services: unknown[], settings: DetailSettings): Promise<Detailed> {
  const { get, address, tell, signal } = settings;
  const ids = services.flatMap((service) => idOf(service) ?? []);
  const first = new Map<string, Answer>();
  for (const id of ids.slice(0, FIRST)) {
    if (signal?.aborted) return { services, shallow: new Set(ids), asked: false };
    first.set(id, await get(address(id)));
  }
  const answers = [...first.values()];
  if (answers.length === 0 || !answers.every(isMissing)) return readEach(services, new Set(ids), first, settings);
  tell({ service: null, field: FIELD, what: 'is not there for the first services: only what the list says is used' });
  return { services, shallow: new Set(ids), asked: true };
}

/** `shallow`: the ids of all of them; each that is read whole is taken out. */
async function readEach(
  services: unknown[],
  shallow: Set<string>,
  first: Map<string, Answer>,
  { get, address, tell, read, signal }: DetailSettings,
): Promise<Detailed> {
  const whole: unknown[] = [];
  let failures = 0;
  for (const service of services) {
    const id = idOf(service);
    if (id === null || failures >= MOST_FAILURES || signal?.aborted) {
      whole.push(service);
      continue;
    }
    const answer = first.get(id) ?? (await get(address(id)));
    const detail = detailIn(answer, id);
    failures = 'fields' in detail || isMissing(answer) ? 0 : failures + 1;
    if ('fields' in detail) shallow.delete(id);
    else tell({ service: id, field: FIELD, what: `${detail.what}: what the list says is used` });
    if (failures === MOST_FAILURES)
      tell({ service: null, field: FIELD, what: 'fails again and again: no more is asked' });
    whole.push('fields' in detail ? { ...(service as object), ...detail.fields } : service);
    read(whole.length);
  }
  return { services: whole, shallow, asked: failures < MOST_FAILURES && !signal?.aborted };
}

function detailIn(answer: Answer, id: string): { fields: Record<string, unknown> } | { what: string } {
  if (answer.status === 'failed') return { what: answer.what };
  const body = answer.status === 'ok' ? answer.body : null;
  return isObject(body) && idOf(body) === id ? { fields: body } : { what: 'is not the service' };
}

const isMissing = (answer: Answer) => answer.status === 'failed' && answer.missing;
