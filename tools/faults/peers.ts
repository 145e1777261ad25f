import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySmallContent } from '../../test/small-content';
import { spawnNode } from './children';
import { judge, type Said, type Verdict, type View } from './judge';

/** A running peer (tools/faults/peer.ts). */
export interface Peer {
  call<T>(route: string, body: object): Promise<T>;
  /** Resolves when the process is gone, for whatever reason. */
  gone: Promise<void>;
  running(): boolean;
  kill(): Promise<void>;
}

/** The peer did not take it: 503, or nobody there. Send it again, with the same id. */
export class NotTaken extends Error {
  readonly code = 'not-taken';
}

let contentDir: string | undefined;

/** What is tried is not what Natter says: hundreds of peers are started, each of which reads its content first. */
function smallContent(): string {
  if (contentDir === undefined) {
    const dir = mkdtempSync(join(tmpdir(), 'natter-peers-'));
    copySmallContent(dir);
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
    contentDir = dir;
  }
  return contentDir;
}

export async function startPeer(env: Record<string, string>): Promise<Peer> {
  const child = spawnNode(
    ['--disable-warning=ExperimentalWarning', '-r', 'ts-node/register', join(__dirname, 'peer.ts')],
    {
      cwd: join(__dirname, '..', '..'),
      env: { PATH: process.env.PATH, NODE_ENV: 'test', PORT: '0', CONTENT_DIR: smallContent(), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let alive = true;
  const gone = new Promise<void>((done) => {
    child.once('exit', () => {
      alive = false;
      done();
    });
  });
  const port = await portOf(child, gone);
  return {
    gone,
    running: () => alive,
    async call<T>(route: string, body: object) {
      const reply = await fetch(`http://127.0.0.1:${port}${route}`, {
        method: 'POST',
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => {
        throw new NotTaken();
      });
      if (!reply.ok) throw new NotTaken(String(reply.status));
      return (await reply.json().catch(() => {
        throw new NotTaken();
      })) as T;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function portOf(child: ChildProcess, gone: Promise<void>): Promise<number> {
  return new Promise((done, failed) => {
    child.stdout?.on('data', (chunk) => {
      const port = /listening on (\d+)/.exec(String(chunk))?.[1];
      if (port) done(Number(port));
    });
    void gone.then(() => failed(new Error('The peer ended before it listened.')));
  });
}

/** Takes messages in one go. False when not all of them were acknowledged: send them again. */
export async function sayTo(peer: Peer, conversation: string, texts: string[]): Promise<boolean> {
  try {
    const ids = texts.join('|').replaceAll(' ', '-');
    await peer.call('/say', { conversation, ids, texts: texts.join('|') });
    return true;
  } catch (error) {
    if (error instanceof NotTaken) return false;
    throw error;
  }
}

/** Judges a conversation by what a peer keeps and what the stand-in got. */
export function judgeOn(peer: () => Peer, { taken }: StandIn, conversation: string, said: Said): Promise<Verdict> {
  const read = () =>
    peer()
      .call<View>('/transcript', { conversation })
      .catch(() => null);
  return judge(read, said, () => taken.filter((each) => each.conversation === conversation).map(({ text }) => text));
}

/** Stands in for a provider: takes every message and remembers it. */
export interface StandIn {
  url: string;
  taken: { conversation: string; text: string }[];
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const taken: StandIn['taken'] = [];
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      taken.push(JSON.parse(Buffer.concat(chunks).toString()) as StandIn['taken'][number]);
      res.end(`sent-${taken.length}`);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/`,
    taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
