import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../store/sqlite/store';
import { createRehearsal } from '../../tools/rehearsal';
import { play, readScene } from '../../tools/transcript';
import { TUESDAY_10AM, withDrafts, worker } from '../bots/world';

/** Talks where translations are served that are drafts still. `UPDATE=1` writes them anew. */
const DIR = join(__dirname, 'translations');

test.each(readdirSync(DIR))('%s', async (name) => {
  const file = join(DIR, name);
  const written = readFileSync(file, 'utf8');
  const scene = readScene(written);
  const store = openSqliteStore(':memory:');
  const problems: object[] = [];
  const log = { error: (fields: object) => void problems.push(fields), warn: () => undefined };
  const { channel } = scene;
  const rehearsal = createRehearsal({
    store,
    talk: withDrafts,
    start: TUESDAY_10AM,
    worker: worker('Sam'),
    channel,
    log,
  });
  const played = await play(rehearsal, scene);
  await store.close();
  if (process.env.UPDATE === '1') writeFileSync(file, played);
  else expect(played).toBe(written);
  expect(problems).toEqual([]);
});
