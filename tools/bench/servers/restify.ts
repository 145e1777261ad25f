import pino from 'pino';
import { createServer, plugins, type Server } from 'restify';

/** Restify with a body parser and nothing else, as the floors and the peer use it. */
export function bareServer(): Server {
  const server = createServer({ name: '', log: pino({ level: 'silent' }) as unknown as Server['log'] });
  server.use(plugins.bodyParser({ mapParams: false, maxBodySize: 1_500_000 }));
  return server;
}

/** Listens on a free port of this machine and says where. */
export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => console.log(`Chat: http://127.0.0.1:${server.address().port}/`));
}
