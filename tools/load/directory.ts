import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openDirectory } from '../../open-directory';
import { readContent } from '../../read-content';
import type { Topic } from '../../understanding/types';
import { arrive, say } from '../faults/direct-line';
import { type ServerProcess, startServer } from '../faults/process';
import { asJson, eachService } from '../make-directory/services';

/** Times in milliseconds, memory in megabytes. */
export interface Figures {
  services: number;
  importSeconds: number;
  turns: { count: number; p50: number; p99: number };
  /** `most`: the moment it searched in all of it; `after`: a little later. */
  memory: { before: number; most: number; after: number };
  loadedSeconds: number;
  searches: { count: number; p50: number; p95: number };
}

const ROOT = join(__dirname, '..', '..');
const LOOKED_FOR: { words: string; topic: Topic }[] = [
  { words: 'dett advise for my rent areers', topic: 'money' },
  { words: 'somewhere for my todler to play', topic: 'baby' },
  { words: 'bereavment group', topic: 'grief' },
  { words: 'help with my lecky bill', topic: 'money' },
  { words: 'lonly and want compny', topic: 'loneliness' },
  { words: 'carers suport for my mum with dementa', topic: 'caring' },
  { words: 'englsh clases', topic: 'settling' },
  { words: 'councelling for my teenage doughter', topic: 'feelings' },
];
const SEARCHES = 400;
const TURN_EVERY_MS = 50;
/** V8 gives memory back some moments after it threw something away. */
const SETTLE_MS = 5_000;
const WARM_UP = 40;

/** Imports a made-up directory beside a server that people talk with, and then searches in it. */
export async function loadDirectory(services: number, tell: (line: string) => void): Promise<Figures> {
  const dir = mkdtempSync(join(tmpdir(), 'natter-directory-'));
  const dataDir = join(dir, 'data');
  let server: ServerProcess | null = null;
  try {
    mkdirSync(join(dir, 'feed'));
    await pipeline(
      Readable.from(asJson(eachService(services, 1))),
      createWriteStream(join(dir, 'feed', 'services.json')),
    );
    server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'info' });
    const talk = await talking(server.url);
    await talk.rounds(WARM_UP);
    const before = memoryOf(server.pid);
    tell(`the server listens; importing ${services} services beside it`);
    const started = performance.now();
    let done = false;
    const imported = run(['tools/import-directory.ts', '--folder', join(dir, 'feed')], { DATA_DIR: dataDir }).finally(
      () => {
        done = true;
      },
    );
    const times = await talk.until(() => done);
    await imported;
    const importSeconds = (performance.now() - started) / 1000;
    tell('imported; waiting until the server searches in it');
    const loading = performance.now();
    const more = await talk.until(() => server?.output().includes('"loaded"') ?? true);
    const loadedSeconds = (performance.now() - loading) / 1000;
    const most = memoryOf(server.pid);
    await new Promise((next) => setTimeout(next, SETTLE_MS));
    const after = memoryOf(server.pid);
    const turns = sorted([...times, ...more]);
    return {
      services,
      importSeconds,
      turns: { count: turns.length, p50: at(turns, 0.5), p99: at(turns, 0.99) },
      memory: { before, most, after },
      loadedSeconds,
      searches: await search(dataDir),
    };
  } finally {
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Somebody who goes round in choices; each round is a turn, timed until it is acknowledged with its answer committed. */
async function talking(url: string) {
  const visitor = await arrive(url);
  let ids = 0;
  const turn = async () => {
    const from = performance.now();
    if (!(await say(url, visitor, ids % 2 === 0 ? 'start again' : 'Help near me', `turn-${ids++}`)))
      throw new Error('A message was not acknowledged.');
    return performance.now() - from;
  };
  const pause = () => new Promise((next) => setTimeout(next, TURN_EVERY_MS));
  return {
    async rounds(count: number) {
      for (let n = 0; n < count; n += 1) await turn();
    },
    async until(over: () => boolean): Promise<number[]> {
      const times: number[] = [];
      while (!over()) {
        times.push(await turn());
        await pause();
      }
      return times;
    },
  };
}

async function search(dataDir: string): Promise<Figures['searches']> {
  const { content } = readContent(join(ROOT, 'content'), 'example');
  const words = content?.directory.en;
  if (!content || !words) throw new Error('The content cannot be read.');
  const { place, outcodes } = content;
  const opened = openDirectory({ place, words, outcodes, dataDir, now: Date.now, tell: () => undefined });
  await opened.ready;
  const times: number[] = [];
  for (let n = 0; n < SEARCHES; n += 1) {
    const { words: asked, topic } = LOOKED_FOR[n % LOOKED_FOR.length] as (typeof LOOKED_FOR)[number];
    const from = performance.now();
    const { found } = await opened.directory.find(queryOf(asked, topic), 0, 3);
    times.push(performance.now() - from);
    if (found.length === 0) throw new Error(`Nothing was found for "${asked}".`);
  }
  await opened.close();
  const all = sorted(times);
  return { count: all.length, p50: at(all, 0.5), p95: at(all, 0.95) };
}

const queryOf = (words: string, topic: Topic) => ({
  topic: null,
  words,
  about: [{ id: topic, score: 0.8 }],
  near: { latitude: 52.91, longitude: -1.6 },
  age: null,
  days: [],
  give: false,
  free: false,
  direct: false,
  grown: false,
  today: new Date().toISOString().slice(0, 10),
});

/** What a process holds, in megabytes. */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

function run(args: string[], env: Record<string, string>): Promise<void> {
  const command = ['--disable-warning=ExperimentalWarning', '-r', 'ts-node/register', ...args];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  });
  return new Promise((done, failed) => {
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error('The import failed.'))));
  });
}

const sorted = (times: number[]) => [...times].sort((a, b) => a - b);
const at = (times: number[], share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
