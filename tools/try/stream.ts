import type { ServerResponse } from 'node:http';
import type { Lines } from './lines';

const HEARTBEAT_MS = 15_000;
/** Changes come in bursts: one picture of them all is enough. */
const GATHER_MS = 20;

/** Keeps every open page up to date with the whole of what it shows: it is little, and nothing can be missed. */
export function createStream(lines: Lines) {
  const pages = new Set<ServerResponse>();
  let gathering = false;
  const tell = (text: string) => {
    for (const page of pages) page.write(text);
  };
  const picture = () => `data: ${JSON.stringify(lines.state())}\n\n`;
  const unwatch = lines.watch(() => {
    if (gathering) return;
    gathering = true;
    setTimeout(() => {
      gathering = false;
      tell(picture());
    }, GATHER_MS).unref();
  });
  const heart = setInterval(() => tell(': still here\n\n'), HEARTBEAT_MS).unref();
  return {
    open(page: ServerResponse): void {
      page.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      page.write(`retry: 1000\n${picture()}`);
      pages.add(page);
      page.on('close', () => pages.delete(page));
    },
    close(): void {
      unwatch();
      clearInterval(heart);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
