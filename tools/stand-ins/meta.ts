import { createHooks } from './hooks';
import { type Answered, type Asked, startApi, stopApi } from './json-api';
import { looksLike, type Message, readAsked } from './meta-asked';
import { attachment, messageHook, type Ours, signed, statusHook, whoIs } from './meta-webhooks';
import { createPhones, type News } from './phones';
import { noFaults, type StandIn } from './types';

export interface MetaAccount extends Ours {
  token: string;
  appSecret: string;
  /** What the approved template says that asks whether they want to read a reply. */
  template: string;
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

const VERSION = 'v26.0';
const PATH = '/channels/whatsapp';

/** WhatsApp's Cloud API on this machine. People are named by number (`+447700900001`), or by user id when theirs is not told. */
export async function startMeta(account: MetaAccount): Promise<StandIn & { signs: number }> {
  const faults = noFaults();
  const hooks = createHooks(faults, account.random);
  const phones = createPhones(faults, account.random);
  const rows = new Map<string, string | undefined>();
  /** Numbers, by the user ids that stand for them. */
  const known = new Map<string, string>();
  let natter = '';
  // Natter remembers the ids of an earlier start, and would take the same ones for repeats.
  let ids = Math.floor(account.random() * 2 ** 40);
  let signs = 0;

  const newId = () => `wamid.${(++ids).toString(36).padStart(24, '0')}`;
  const post = (webhook: object) => hooks.post({ url: natter + PATH, ...signed(account.appSecret, webhook) });

  async function answer({ method, path, authorization, body }: Asked): Promise<Answered> {
    if (method !== 'POST' || path !== `/${VERSION}/${account.phoneNumberId}/messages`) return refused(404, 100);
    if (authorization !== `Bearer ${account.token}`) return refused(401, 190);
    const asked = readAsked(body);
    if (!asked) return refused(400, 131009);
    if (asked !== 'sign') return take(asked);
    signs += 1;
    return { status: 200, body: { success: true } };
  }

  async function take(asked: Message): Promise<Answered> {
    if (faults.tooMany > 0) {
      faults.tooMany -= 1;
      return refused(400, 130429);
    }
    const id = newId();
    const to = asked.to === undefined ? (known.get(asked.recipient ?? '') ?? asked.recipient ?? '') : plus(asked.to);
    rows.set(id, asked.biz_opaque_callback_data);
    phones.show({ id, to, ...looksLike(asked, account.template), segments: null, at: account.now() });
    await phones.tellAll(fate(asked), (news) => tell(id, news));
    const lost = faults.lostAnswers > 0;
    if (lost) faults.lostAnswers -= 1;
    return { status: 200, lost, body: { messaging_product: 'whatsapp', messages: [{ id }] } };
  }

  /** The window is only found to be closed after the message was taken. */
  function fate({ type }: Message): News[] {
    if (faults.windowClosed && type !== 'template') return [{ state: 'failed', code: '131047' }];
    return [{ state: 'sent' }, faults.undelivered ? { state: 'failed', code: '131026' } : { state: 'delivered' }];
  }

  function tell(id: string, news: News): Promise<number> {
    const message = phones.find(id);
    phones.settle(message, news.state);
    return post(statusHook(account, { id, to: message.to, row: rows.get(id) }, news, account.now()));
  }

  function arrive(person: string, content: object, id = newId()): Promise<number> {
    const who = whoIs(person);
    if (who.from && who.from_user_id) known.set(who.from_user_id, person);
    // Whoever writes opens the window.
    faults.windowClosed = false;
    return post(messageHook(account, who, id, account.now(), content));
  }

  const { url, server } = await startApi(answer);
  return {
    provider: 'meta',
    url: `${url}/${VERSION}`,
    natter: (address) => {
      natter = address.replace(/\/$/, '');
    },
    faults,
    reached: phones.reached,
    /** How many ticks and dots there were. */
    get signs() {
      return signs;
    },
    watch: phones.watch,
    write: (from, text, id) => arrive(from, { type: 'text', text: { body: text } }, id),
    tap: (from, message, choice) => arrive(from, tapped(phones.find(message), choice)),
    attach: (from, sent) => arrive(from, attachment(sent, phones.reached.at(-1)?.id ?? '')),
    report: (message, state, code) => tell(message, { state, ...(code !== undefined && { code }) }),
    close: async () => {
      await stopApi(server);
      await hooks.close();
    },
  };
}

function tapped({ id, kind, choices }: StandIn['reached'][number], choice: string): object {
  const label = choices.find((each) => each.id === choice)?.label;
  if (label === undefined) throw new Error('This message has no such choice.');
  const context = { id };
  if (kind === 'template') return { context, type: 'button', button: { payload: choice, text: label } };
  const type = kind === 'list' ? 'list_reply' : 'button_reply';
  // WhatsApp gives back the title as it was shown.
  const reply = { id: choice, title: label.slice(0, kind === 'list' ? 24 : 20) };
  return { context, type: 'interactive', interactive: { type, [type]: reply } };
}

const plus = (number: string) => (number.startsWith('+') ? number : `+${number}`);

const refused = (status: number, code: number): Answered => ({
  status,
  body: { error: { code, message: 'It was not taken.', type: 'OAuthException' } },
});
