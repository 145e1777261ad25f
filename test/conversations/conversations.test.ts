import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { talkOf } from '../../app';
import { readConfig } from '../../config';
import { readContent } from '../../read-content';
import { openSqliteStore } from '../../store/sqlite/store';
import { createRehearsal } from '../../tools/rehearsal';
import { play, readScene } from '../../tools/transcript';

/** A Tuesday morning, when the example place is open. */
const TUESDAY_10AM = Date.parse('2026-06-16T09:00:00Z');
/** `UPDATE=1` writes what Natter says now into the files; read the difference before you keep it. */
const update = process.env.UPDATE === '1';

const { contentDir } = readConfig({});
const { content } = readContent(contentDir, 'example');
if (!content) throw new Error('The content cannot be read.');
const talk = talkOf(content, 'en');
const sam = { id: 'sam', name: 'Sam', email: 'sam@natter.example', role: 'worker' as const };

describe('conversations', () => {
  for (const name of readdirSync(__dirname).filter((each) => each.endsWith('.md'))) {
    test(name, async () => {
      const file = join(__dirname, name);
      const written = readFileSync(file, 'utf8');
      const store = openSqliteStore(':memory:');
      const problems: object[] = [];
      const log = { error: (fields: object) => void problems.push(fields) };
      const played = await play(
        createRehearsal({ store, talk, start: TUESDAY_10AM, worker: sam, log }),
        readScene(written),
      );
      await store.close();
      if (update) writeFileSync(file, played);
      else expect(played).toBe(written);
      expect(problems).toEqual([]);
    });
  }
});
