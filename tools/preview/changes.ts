import type { ServerResponse } from 'node:http';

/** Tells open pages when something has changed, so that they load themselves again. */
export function createChanges(version: () => string) {
  const open = new Map<ServerResponse, string>();
  return {
    /** `seen`: the version that the page shows. */
    follow(page: ServerResponse, seen: string): void {
      page.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      page.write('retry: 1000\n\n');
      open.set(page, seen);
      page.on('close', () => open.delete(page));
      this.tell();
    },
    /** Tells each page that shows another version, once. */
    tell(): void {
      const now = version();
      for (const [page, seen] of open) {
        if (seen === now) continue;
        page.write(`data: ${now}\n\n`);
        open.set(page, now);
      }
    },
    close(): void {
      for (const page of open.keys()) page.end();
      open.clear();
    },
  };
}
