import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../store/sqlite/store';
import { everyChoice, everyStep, pickedChoice, watched } from '../../tools/choices';
import { createRehearsal } from '../../tools/rehearsal';
import { play, readScene, type Scene } from '../../tools/transcript';
import { readWalks, talkFiles } from '../../tools/transcripts';
import { TUESDAY_10AM, talk, worker } from '../bots/world';

/** `UPDATE=1` writes what Natter says now into the files; read the difference before you keep it. */
const update = process.env.UPDATE === '1';
const reached = new Set<string>();
const entered = new Set<string>();
const library = watched(talk.library, (step) => entered.add(step));

/** Plays a talk to its end; no fault of content may be met in it. */
async function played(scene: Scene): Promise<string> {
  const store = openSqliteStore(':memory:');
  const problems: object[] = [];
  const log = { error: (fields: object) => void problems.push(fields), warn: () => undefined };
  const given = { store, talk: { ...talk, library }, start: TUESDAY_10AM, worker: worker('Sam'), log };
  const written = await play(createRehearsal({ ...given, channel: scene.channel }), scene, (memory, text) => {
    const picked = pickedChoice(memory, text, talk.understanding);
    if (picked) reached.add(picked);
  });
  await store.close();
  expect(problems).toEqual([]);
  return written;
}

describe('conversations', () => {
  for (const name of talkFiles()) {
    test(name, async () => {
      const file = join(__dirname, name);
      const written = readFileSync(file, 'utf8');
      const now = await played(readScene(written));
      if (update) writeFileSync(file, now);
      else expect(now).toBe(written);
    });
  }

  test.each(readWalks().map(readScene))('$title', async (scene) => {
    // Each thing that is said is answered.
    expect((await played(scene)).split(/^>.*$/m).slice(1)).not.toContainEqual(expect.stringMatching(/^\s*$/));
  });

  test('every choice in the content is picked in one of them', () => {
    expect([...everyChoice(talk.library)].filter((choice) => !reached.has(choice))).toEqual([]);
  });

  test('every step in the content is walked through in one of them', () => {
    expect([...everyStep(talk.library)].filter((step) => !entered.has(step))).toEqual([]);
  });
});
