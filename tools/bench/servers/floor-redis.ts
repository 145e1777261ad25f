import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';
import { announce, bareServer } from './restify';

/** The floor on Redis: parse the request, keep as many bytes as a turn keeps in one MULTI, answer. */
async function main(): Promise<void> {
  const client = await createClient({ url: process.env.REDIS_URL ?? '' })
    .on('error', () => undefined)
    .connect();
  const bytes = randomBytes(Number(process.env.BYTES) / 2).toString('hex');
  let kept = 0;
  const server = bareServer();
  server.post('/v3/directline/conversations/:id/activities', async (req, res) => {
    const { channelData } = req.body;
    kept += 1;
    await client.multi().set(`floor:${kept}`, bytes).incr('floor:kept').exec();
    res.send(200, { id: `${req.params.id}:${channelData.clientActivityID}` });
  });
  announce(server);
}

void main();
