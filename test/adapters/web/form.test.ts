import { fromWorker, GREETING, message } from './fake';
import { startWeb, type Web, words } from './server';

/** The page with JavaScript off: only what a form can do. */

let clock = 1_780_000_000_000;
let web: Web;
beforeEach(async () => {
  web = await startWeb({ now: () => clock });
});
afterEach(() => web.close());

interface Page {
  status: number;
  html: string;
  conversation: string;
  message: string;
  typed: string;
  choices: string[];
}

async function read(response: Response): Promise<Page> {
  const html = await response.text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return {
    status: response.status,
    html,
    conversation: field('conversation'),
    message: field('message'),
    typed: /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(html)?.[1] ?? '',
    choices: [...html.matchAll(/name="choice" value="([^"]*)"/g)].map((match) => match[1] ?? ''),
  };
}

const open = async () => read(await fetch(`${web.url}/`));
async function send(page: Page, fields: Record<string, string>): Promise<Page> {
  const body = new URLSearchParams({ conversation: page.conversation, message: page.message, ...fields });
  return read(await fetch(`${web.url}/`, { method: 'POST', body }));
}
const said = () => web.conversations.arrivals.filter(({ activity }) => activity.type === 'message');

test('greets before anything is asked, keeps nothing, and sets no cookie', async () => {
  const response = await fetch(`${web.url}/`);
  expect(response.headers.get('set-cookie')).toBeNull();
  const page = await read(response);
  for (const line of GREETING) expect(page.html).toContain(line);
  expect(page.html).toContain('<form id="talk" method="post" action="/"');
  expect(page.html).not.toMatch(/<(input|textarea|select)(?! type="hidden")(?! id="text")/);
  expect(web.conversations.arrivals).toHaveLength(0);
});

test('from hello to an answer, a choice, and a worker', async () => {
  const first = await send(await open(), { text: 'I am worried\r\nabout rent' });
  expect(first.status).toBe(200);
  expect(said()[0]?.activity.text).toBe('I am worried\nabout rent');
  expect(first.html).toContain('You said: I am worried\nabout rent');
  expect(first.html).toContain(GREETING[0]);
  expect(first.choices).toEqual(['Yes', 'No']);

  const second = await send(first, { choice: 'Yes', text: 'half a thought' });
  expect(second.html).toContain('You said: Yes');
  expect(second.typed).toBe('half a thought');
  expect(said()).toHaveLength(2);

  const id = said()[0]?.conversation ?? '';
  web.conversations.say(id, { type: 'event', name: 'handoff.status', value: { state: 'accepted' } });
  web.conversations.say(id, fromWorker('Sam', 'Hello, I am Sam. Ring 0800 138 1111 if you like.'));
  const third = await send(second, { look: '1', text: '' });
  expect(third.html).toContain('Sam, a person');
  expect(third.html).toContain('<a href="tel:08001381111">0800 138 1111</a>');
  expect(third.html).toContain(words.statusPerson);
  expect(third.choices).toEqual([]);
  expect(said()).toHaveLength(2);
});

test('sending the form twice says it once, even before there is a conversation', async () => {
  const page = await open();
  const [one, two] = await Promise.all([send(page, { text: 'hello' }), send(page, { text: 'hello' })]);
  expect(said()).toHaveLength(1);
  expect(one.html).toContain('You said: hello');
  expect(two.html).toContain('You said: hello');
  await send(one, { text: 'hello' });
  await send(two, { text: 'hello' });
  expect(new Set(web.conversations.arrivals.map(({ conversation }) => conversation)).size).toBe(1);
  expect(said()).toHaveLength(3);
});

test('other words sent from a page that was gone back to are not taken for the same', async () => {
  const page = await open();
  const first = await send(page, { text: 'hello' });
  await send(first, { text: 'one thing' });
  const back = await send(first, { text: 'another thing' });
  expect(said().map(({ activity }) => activity.text)).toEqual(['hello', 'one thing', 'another thing']);
  expect(back.html).toContain('You said: another thing');
  await send(page, { text: 'hello again' });
  expect(said()).toHaveLength(4);
  expect(new Set(said().map(({ conversation }) => conversation)).size).toBe(1);
});

test("an answer that comes a moment later is waited for, and a worker's is not waited for long", async () => {
  const first = await send(await open(), { text: 'hello' });
  web.conversations.silent = true;
  const id = said()[0]?.conversation ?? '';
  setTimeout(() => web.conversations.say(id, message('a moment later')), 200);
  expect((await send(first, { text: 'again' })).html).toContain('a moment later');
  const started = performance.now();
  await send(first, { text: 'and again', message: 'a-nonce-of-sixteen-or-more' });
  expect(performance.now() - started).toBeLessThan(1_500);
});

test('what people write is shown as they wrote it, never as markup', async () => {
  const evil = `</textarea><script>alert(1)</script>" onx='1' & <b>`;
  const page = await send(await open(), { text: evil });
  expect(page.html).not.toContain('<script>alert');
  expect(page.html).not.toContain('<b>"');
  expect(page.html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#34; onx=&#39;1&#39; &#38; &#60;b&#62;');
});

test('nothing sent in an empty box is no message', async () => {
  const page = await open();
  expect((await send(page, { text: '' })).html).toContain(GREETING[0]);
  const first = await send(page, { text: 'hello' });
  await send(first, { text: '' });
  expect(said()).toHaveLength(1);
});

test('when the store cannot serve, the words stay in the box and go through the next time, once', async () => {
  const first = await send(await open(), { text: 'hello' });
  web.conversations.broken = true;
  const failed = await send(first, { text: 'please help' });
  expect(failed).toMatchObject({ status: 503, typed: 'please help', message: first.message });
  expect(failed.html).toContain(words.unavailable);
  expect(failed.html + web.logged()).not.toContain('secret detail');
  web.conversations.broken = false;
  const sent = await send(failed, { text: failed.typed });
  expect(sent.html).toContain('You said: please help');
  expect(sent.html).toContain('You said: hello');
});

test('too long, too many, or too late: kind words, and the words stay in the box', async () => {
  const long = await send(await open(), { text: 'a'.repeat(100_001) });
  expect(long).toMatchObject({ status: 413, typed: 'a'.repeat(100_001) });
  expect(long.html).toContain(words.tooLong);

  const first = await send(await open(), { text: 'hello' });
  clock += 25 * 60 * 60_000;
  const late = await send(first, { text: 'are you there' });
  expect(late).toMatchObject({ status: 403, typed: 'are you there', conversation: '' });
  expect(late.html).toContain(words.timedOut);
  expect((await send(late, { text: late.typed })).html).toContain('You said: are you there');

  const small = await startWeb({ limits: { tokensPerMinute: 0 } });
  const body = new URLSearchParams({ text: 'hello there' });
  const busy = await read(await fetch(`${small.url}/`, { method: 'POST', body }));
  expect(busy).toMatchObject({ status: 429, typed: 'hello there' });
  expect(busy.html).toContain(words.busy);
  await small.close();
});

test.each([
  ['a forged token', { conversation: 'x.y.z', text: 'hi' }, 403],
  ['a list where a text belongs', { 'text[a]': '1', 'conversation[]': 'x' }, 200],
  ['a polluting name', { '__proto__[x]': '1', text: '' }, 200],
])('%s does no harm', async (_name, fields, status) => {
  const body = new URLSearchParams(fields as Record<string, string>);
  const page = await read(await fetch(`${web.url}/`, { method: 'POST', body }));
  expect(page.status).toBe(status);
  expect(page.html).toContain(GREETING[0]);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test("one conversation's page never shows another's", async () => {
  const mine = await send(await open(), { text: 'my own secret' });
  const theirs = await send(await open(), { text: 'hello' });
  expect(mine.conversation).not.toBe('');
  expect(theirs.html).not.toContain('my own secret');
});
