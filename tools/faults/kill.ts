import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrive, say, transcript, type Visitor } from './direct-line';
import { type ServerProcess, startServer } from './process';

export interface KillReport {
  rounds: number;
  acknowledged: number;
  /** Acknowledged, and not in the transcript afterwards. */
  lost: number;
  /** In the transcript more than once. */
  repeated: number;
  /** Standing before something that was sent earlier. */
  outOfOrder: number;
  /** Rounds after which Natter had not answered the last message. */
  unanswered: number;
}

/** Rounds in which one person goes on talking, before another comes. */
const ROUNDS_A_PERSON = 5;
const LONGEST_WAIT_MS = 50;
/** After a start the words are still being read, and what was taken in waits for them. */
const ANSWER_MS = 60_000;

/**
 * Round after round: messages are posted, the process is killed with SIGKILL at a random moment within 50 ms of the first
 * acknowledgement, and started again on the same data. Afterwards every acknowledged message must be there once, in order,
 * and answered. `random` gives numbers from 0 to 1.
 */
export async function killRounds(
  rounds: number,
  random: () => number,
  tell: (progress: string) => void = () => {},
): Promise<KillReport> {
  const dir = mkdtempSync(join(tmpdir(), 'natter-kill-'));
  const report: KillReport = { rounds, acknowledged: 0, lost: 0, repeated: 0, outOfOrder: 0, unanswered: 0 };
  const start = () => startServer({ DATA_DIR: dir });
  let server = await start();
  try {
    let visitor: Visitor | null = null;
    let sent: { text: string; acknowledged: boolean }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      if (!visitor || round % ROUNDS_A_PERSON === 0) {
        visitor = await arrive(server.url);
        sent = [];
      }
      sent.push(...(await roundOf(server, visitor, round, random)));
      server = await start();
      await judge(server, visitor, sent, report);
      if ((round + 1) % 10 === 0) tell(`${round + 1} of ${rounds} rounds`);
    }
    return report;
  } finally {
    await server.kill();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One to three messages at once; the kill comes soon after the first is acknowledged, whatever the others are doing. */
async function roundOf(server: ServerProcess, visitor: Visitor, round: number, random: () => number) {
  const texts = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => `round ${round} message ${index}`);
  const first = say(server.url, visitor, texts[0] ?? '', `kill-${round}-0`);
  const sent = [{ text: texts[0] ?? '', acknowledged: await first }];
  const others = texts.slice(1).map(async (text, index) => ({
    text,
    acknowledged: await say(server.url, visitor, text, `kill-${round}-${index + 1}`),
  }));
  await new Promise((done) => {
    setTimeout(done, random() * LONGEST_WAIT_MS);
  });
  await server.kill();
  return [...sent, ...(await Promise.all(others))];
}

async function judge(
  { url }: ServerProcess,
  visitor: Visitor,
  sent: { text: string; acknowledged: boolean }[],
  report: KillReport,
): Promise<void> {
  const acknowledged = sent.filter((each) => each.acknowledged);
  const seen = await answered(
    url,
    visitor,
    acknowledged.map(({ text }) => text),
  );
  const words = (seen ?? (await transcript(url, visitor)))
    .filter(({ from }) => from?.role === 'user')
    .map(({ text }) => text ?? '');
  if (!seen) report.unanswered += 1;
  report.acknowledged += sent.slice(-3).filter((each) => each.acknowledged && isLatest(each.text, sent)).length;
  report.lost += acknowledged.filter(({ text }) => !words.includes(text)).length;
  report.repeated += words.length - new Set(words).size;
  report.outOfOrder += words.filter((text, index) => order(text) < order(words[index - 1] ?? '')).length;
}

const roundNumber = (text: string) => Number(/^round (\d+)/.exec(text)?.[1] ?? -1);
/** The first of a round was acknowledged before the others were sent; those crossed each other on the way. */
const order = (text: string) => roundNumber(text) * 2 + (text.endsWith('message 0') ? 0 : 1);
const isLatest = (text: string, sent: { text: string }[]) => roundNumber(text) === roundNumber(sent.at(-1)?.text ?? '');

/** The transcript once all that was said is in it and the last of it has been answered; null if it never was. */
async function answered(url: string, visitor: Visitor, said: string[]) {
  for (const until = Date.now() + ANSWER_MS; Date.now() < until; ) {
    const seen = await transcript(url, visitor);
    const texts = new Set(seen.map(({ text }) => text));
    const last = seen.findLastIndex(({ from }) => from?.role === 'user');
    const isAnswered = seen.slice(last + 1).some(({ from, type }) => from?.role === 'bot' && type === 'message');
    if (isAnswered && said.every((text) => texts.has(text))) return seen;
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
  return null;
}
