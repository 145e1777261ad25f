import type { State, Troubles, Via } from './state.js';

async function post(path: string, body: object): Promise<string> {
  const answer = await fetch(`/try/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const read = (await answer.json()) as { answer?: string };
  return read.answer ?? '';
}

/** What the people with the phones do. */
export const api = {
  write: (via: Via, text: string) => post('write', { via, text }),
  tap: (via: Via, message: string, choice: string) => post('tap', { via, message, choice }),
  attach: (via: Via, thing: string) => post('attach', { via, thing }),
  read: (via: Via) => post('read', { via }),
  fresh: (via: Via) => post('fresh', { via }),
  trouble: (via: Via, troubles: Partial<Troubles>) => post('trouble', { via, troubles }),
  ticket: () => post('ticket', {}),
};

/** Hears every change, from now on. `lost`: whether Natter cannot be heard. */
export function listen(show: (state: State) => void, lost: (lost: boolean) => void): void {
  const events = new EventSource('/try/events');
  events.onmessage = ({ data }) => {
    lost(false);
    show(JSON.parse(data) as State);
  };
  events.onerror = () => lost(true);
}
