import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../store/sqlite/store';
import { createRehearsal } from '../../tools/rehearsal';
import { play, readScene } from '../../tools/transcript';
import { TOPICS } from '../../understanding/types';
import { TUESDAY_10AM, talk, worker } from '../bots/world';

/** Somebody terse, somebody who writes a lot, somebody else's worry, somebody who changes their mind. */
const PEOPLE = ['terse', 'a-lot', 'someone-else', 'changes-mind'];
const names = TOPICS.flatMap((topic) => PEOPLE.map((person) => `${topic}-${person}.md`));

/** Plays a talk, and gives what is remembered of it: where it came to, what was answered and told. */
async function remembered(name: string, channel: 'web' | 'sms') {
  const store = openSqliteStore(':memory:');
  const problems: object[] = [];
  const log = { error: (fields: object) => void problems.push(fields), warn: () => undefined };
  const rehearsal = createRehearsal({ store, talk, start: TUESDAY_10AM, worker: worker('Sam'), channel, log });
  const { cues, ...scene } = readScene(readFileSync(join(__dirname, name), 'utf8'));
  // Nobody types as fast as a test: what comes in a burst is answered once by text message.
  const slowly = cues.flatMap((cue) => [cue, { does: 'later' as const, minutes: 1 }]);
  await play(rehearsal, { ...scene, channel, cues: slowly });
  const memory = await rehearsal.memory();
  await store.close();
  if (!memory) throw new Error('nothing is remembered');
  const { engine, story } = memory;
  const lines = story.lines.map(({ kind, question, text }) => ({ kind, question, text }));
  // On the web they saw the first choices before they wrote.
  const answers = Object.fromEntries(Object.entries(engine.answers).filter(([key]) => !key.startsWith('start/')));
  return { at: engine.at, answers, offered: engine.offered.map(({ label }) => label), lines, problems };
}

describe('each topic is talked about by four people, and comes to the same by text message', () => {
  test.each(names)('%s', async (name) => {
    expect(existsSync(join(__dirname, name))).toBe(true);
    const [onTheWeb, byText] = await Promise.all([remembered(name, 'web'), remembered(name, 'sms')]);
    expect(byText).toEqual(onTheWeb);
    expect(byText.problems).toEqual([]);
  });
});
