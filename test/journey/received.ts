import type { Page } from 'playwright-core';

/** Everything a browser page was sent, to search in. */
export interface Received {
  /** Whatever came so far that has these words in it: where from, and what. */
  holding(words: string): Promise<string[]>;
  /** How many wake-ups the event stream brought. */
  frames(): number;
}

/** Loads this page again, and keeps the body of every reply that reaches it from then on, and every frame. */
export async function listenIn(page: Page): Promise<Received> {
  // What is on its way to a page that is left can be read by nobody: so it is left before anybody listens.
  const here = page.url();
  await page.goto('about:blank');
  const came: { from: string; what: string }[] = [];
  const coming: Promise<void>[] = [];
  page.on('response', (response) => {
    const from = response.url();
    const headers = response.headers();
    came.push({ from: `headers of ${from}`, what: JSON.stringify(headers) });
    const streams = headers['content-type']?.startsWith('text/event-stream');
    if (streams || response.status() === 304 || (response.status() >= 300 && response.status() < 400)) return;
    const whole = response.body().then((body) => void came.push({ from, what: body.toString('utf8') }));
    // One that is still on its way when the page is closed is searched by nobody. Whoever searches earlier is told.
    whole.catch(() => undefined);
    coming.push(whole);
  });
  let frames = 0;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  browser.on('Network.eventSourceMessageReceived', (frame) => {
    frames += 1;
    came.push({ from: 'the event stream', what: JSON.stringify(frame) });
  });
  await page.goto(here);
  return {
    async holding(words) {
      await Promise.all(coming);
      return came.filter(({ what }) => what.toLowerCase().includes(words.toLowerCase())).map(({ from }) => from);
    },
    frames: () => frames,
  };
}

/** All that a page holds: what is drawn, what is written in boxes, and what it keeps. */
export async function heldBy(page: Page): Promise<string> {
  const boxes = `[...document.querySelectorAll('input, textarea')].map(({ value }) => value)`;
  const kept = await page.evaluate(`JSON.stringify([${boxes}, { ...localStorage }, { ...sessionStorage }])`);
  return `${await page.content()}${kept}`;
}
