import type { Talk } from '../../bots/talk';
import { openSqliteStore } from '../../store/sqlite/store';
import { everyChoice, everyStep, pickedChoice, watched } from '../choices';
import { createRehearsal } from '../rehearsal';
import { play, readScene } from '../transcript';

/** What conversation tests reach of what there is. */
export interface Coverage {
  steps: { all: string[]; reached: Set<string> };
  choices: { all: string[]; reached: Set<string> };
}

/** When conversation tests take place, and the worker in them. */
export const TUESDAY_10AM = Date.parse('2026-06-16T09:00:00Z');
export const SAM = { id: 'sam', name: 'Sam', email: 'sam@natter.example', role: 'worker' as const };

/** Plays conversations, each a transcript as it is written, and tells what they reach. */
export async function coverage(transcripts: string[], talk: Talk): Promise<Coverage> {
  const reached = { steps: new Set<string>(), choices: new Set<string>() };
  const library = watched(talk.library, (step) => reached.steps.add(step));
  for (const transcript of transcripts) {
    const scene = readScene(transcript);
    const store = openSqliteStore(':memory:');
    const log = { error: () => undefined, warn: () => undefined };
    const given = { store, talk: { ...talk, library }, start: TUESDAY_10AM, worker: SAM, channel: scene.channel, log };
    await play(createRehearsal(given), scene, (memory, text) => {
      const picked = pickedChoice(memory, text, talk.understanding);
      if (picked) reached.choices.add(picked);
    });
    await store.close();
  }
  return {
    steps: { all: [...everyStep(talk.library)], reached: reached.steps },
    choices: { all: [...everyChoice(talk.library)], reached: reached.choices },
  };
}
