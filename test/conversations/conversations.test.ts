import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../store/sqlite/store';
import { everyChoice, pickedChoice } from '../../tools/choices';
import { createRehearsal } from '../../tools/rehearsal';
import { play, readScene } from '../../tools/transcript';
import { TUESDAY_10AM, talk, worker } from '../bots/world';

/** `UPDATE=1` writes what Natter says now into the files; read the difference before you keep it. */
const update = process.env.UPDATE === '1';
const reached = new Set<string>();

describe('conversations', () => {
  for (const name of readdirSync(__dirname).filter((each) => each.endsWith('.md'))) {
    test(name, async () => {
      const file = join(__dirname, name);
      const written = readFileSync(file, 'utf8');
      const store = openSqliteStore(':memory:');
      const problems: object[] = [];
      const log = { error: (fields: object) => void problems.push(fields), warn: () => undefined };
      const scene = readScene(written);
      const { channel } = scene;
      const rehearsal = createRehearsal({ store, talk, start: TUESDAY_10AM, worker: worker('Sam'), channel, log });
      const played = await play(rehearsal, scene, (memory, text) => {
        const picked = pickedChoice(memory, text, talk.understanding);
        if (picked) reached.add(picked);
      });
      await store.close();
      if (update) writeFileSync(file, played);
      else expect(played).toBe(written);
      expect(problems).toEqual([]);
    });
  }

  test('every choice in the content is picked in one of them', () => {
    const missing = [...everyChoice(talk.library)].filter((choice) => !reached.has(choice));
    expect(missing).toEqual([]);
  });
});
