import type { Memory } from '../bots/memory';
import { NOT_WORDS, type NotWords, PAUSES, type PauseFor } from '../handoff/types';
import type { Rehearsal, Said, WorkerAct } from './rehearsal';

const BY_TEXT = '*(by text message)*';

/**
 * A conversation as a Markdown file that a writer can read: what the person writes is a quote (`> hello`), Natter's
 * messages are paragraphs, choices are a numbered list, and `*(...)*` is something that happens: `*(Sam joins)*`,
 * `*(Sam joins as a peer)*`, `*(Sam says: hello)*`, `*(Sam steps away: 30-minutes)*`, `*(Sam is back)*`, `*(Sam ends)*`, `*(Sam goes on)*` after that,
 * `*(10 minutes later)*`, `*(sends: photo)*`. A heading starts the conversation; `*(by text message)*` under it makes it one.
 */
export interface Scene {
  title: string;
  channel: 'web' | 'sms';
  cues: Cue[];
}

export type Cue =
  | { does: 'person'; text: string }
  | { does: 'sends'; sent: NotWords }
  | { does: Plain }
  | { does: 'steps away'; wanted: PauseFor }
  | { does: 'says'; text: string }
  | { does: 'later'; minutes: number };

/** What a worker does that needs no more words. */
type Plain = Exclude<WorkerAct, object>;
const PLAIN: readonly Plain[] = ['joins', 'joins as a peer', 'ends', 'is back', 'goes on'];

/** Reads the cues of a transcript: everything that is not Natter's. Throws Error naming the line of a cue it cannot read. */
export function readScene(source: string): Scene {
  const scene: Scene = { title: '', channel: 'web', cues: [] };
  for (const [index, line] of source.split('\n').entries()) {
    if (line.startsWith('# ')) scene.title = line.slice(2).trim();
    else if (line === BY_TEXT) scene.channel = 'sms';
    else if (line.startsWith('>')) scene.cues.push({ does: 'person', text: line.replace(/^> ?/, '') });
    else if (line.startsWith('*(')) scene.cues.push(readCue(line, index + 1));
  }
  return scene;
}

function readCue(line: string, number: number): Cue {
  const later = /^\*\((\d+) minutes? later\)\*$/.exec(line);
  if (later) return { does: 'later', minutes: Number(later[1]) };
  const sent = NOT_WORDS.find((each) => line === `*(sends: ${each})*`);
  if (sent) return { does: 'sends', sent };
  const wanted = PAUSES.find((each) => line === `*(Sam steps away: ${each})*`);
  if (wanted) return { does: 'steps away', wanted };
  const plain = PLAIN.find((each) => line === `*(Sam ${each})*`);
  if (plain) return { does: plain };
  const says = /^\*\(Sam says: (.+)\)\*$/.exec(line);
  if (!says?.[1]) throw new Error(`line ${number}: "${line}" is not something that can happen here`);
  return { does: 'says', text: says[1] };
}

/**
 * Plays the cues and writes the whole transcript, as the file should read. `before` is told what is remembered before
 * each thing the person writes.
 */
export async function play(
  rehearsal: Rehearsal,
  { title, channel, cues }: Scene,
  before: (memory: Memory, text: string) => void = () => undefined,
): Promise<string> {
  const heading = [`# ${title}`, ...(channel === 'sms' ? [BY_TEXT] : [])];
  const parts = [...heading, ...(await rehearsal.open()).map(write)];
  for (const cue of cues) {
    const memory = cue.does === 'person' ? await rehearsal.memory() : null;
    if (memory && cue.does === 'person') before(memory, cue.text);
    parts.push(cueLine(cue));
    parts.push(...(await perform(rehearsal, cue)).map(write));
  }
  return `${parts.join('\n\n')}\n`;
}

/** Does what a cue says. Gives back what the person then sees. */
export function perform(rehearsal: Rehearsal, cue: Cue): Promise<Said[]> {
  if (cue.does === 'person') return rehearsal.person(cue.text);
  if (cue.does === 'sends') return rehearsal.sends(cue.sent);
  if (cue.does === 'later') return rehearsal.later(cue.minutes * 60_000);
  if (cue.does === 'says') return rehearsal.worker({ says: cue.text });
  if (cue.does === 'steps away') return rehearsal.worker({ stepsAway: cue.wanted });
  return rehearsal.worker(cue.does);
}

function cueLine(cue: Cue): string {
  if (cue.does === 'person') return `> ${cue.text}`;
  if (cue.does === 'sends') return `*(sends: ${cue.sent})*`;
  if (cue.does === 'later') return `*(${cue.minutes} minutes later)*`;
  if (cue.does === 'steps away') return `*(Sam steps away: ${cue.wanted})*`;
  return cue.does === 'says' ? `*(Sam says: ${cue.text})*` : `*(Sam ${cue.does})*`;
}

/** Lines of one message stay one paragraph: Markdown's hard break keeps them apart. */
function write({ text, from, choices }: Said): string {
  const words = (from === 'Natter' ? text : `**${from}:** ${text}`).replaceAll('\n', '\\\n');
  const list = choices.map((choice, index) => `${index + 1}. ${choice}`).join('\n');
  return list ? `${words}\n\n${list}` : words;
}
