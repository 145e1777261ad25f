import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { announce, bareServer } from './restify';

/** The floor on SQLite: parse the request, keep as many bytes as a turn keeps with one durable commit, answer. */
const db = new DatabaseSync(join(process.env.DATA_DIR ?? '', 'floor.db'));
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE kept (id INTEGER PRIMARY KEY, body TEXT)');
const keep = db.prepare('INSERT INTO kept (body) VALUES (?)');
const bytes = randomBytes(Number(process.env.BYTES))
  .toString('latin1')
  .replace(/[^ -~]/g, 'x');

const server = bareServer();
server.post('/v3/directline/conversations/:id/activities', async (req, res) => {
  const { channelData } = req.body;
  keep.run(bytes);
  res.send(200, { id: `${req.params.id}:${channelData.clientActivityID}` });
});
announce(server);
