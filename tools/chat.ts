import { parseArgs } from 'node:util';
import { asText } from '../adapters/text';
import type { Talk } from '../bots/talk';
import { readConfig } from '../config';
import { NOT_WORDS } from '../handoff/types';
import { openSqliteStore } from '../store/sqlite/store';
import { soundContent, talkOf } from '../talk-from-content';
import { openHearing } from './hearing';
import { linesOf } from './lines';
import { createRehearsal, type Said } from './rehearsal';
import { type Cue, perform, play } from './transcript';

const USAGE = `Talk to Natter in the terminal. Nothing is kept.

  npm run chat                     as on the web
  npm run chat -- --channel sms    as on a phone
  npm run chat -- --repro          at the end, print the talk as a conversation test; messages are read by the lists of words alone, as that test reads them

An empty line, or the end of input, ends the talk. "/joins", "/says ..." and "/ends" do what a worker called Sam would do,
"/sends photo" sends something that is not words (photo, voice, ...), "/later 600" lets so many minutes pass.`;

const LANGUAGE = 'en';
const sam = { id: 'sam', name: 'Sam', email: 'sam@natter.example', role: 'worker' as const };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      channel: { type: 'string', default: 'web' },
      repro: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !['web', 'sms'].includes(values.channel)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const show = values.channel === 'sms' ? showAsText : showAsWeb;
  const channel = values.channel as 'web' | 'sms';
  const config = readConfig(process.env);
  const content = soundContent(config);
  const heard = values.repro ? null : openHearing(config, content);
  try {
    const cues = await talk(newRehearsal(talkOf(content, LANGUAGE, heard?.understanding), channel), show);
    if (!values.repro) return;
    const again = newRehearsal(talkOf(content, LANGUAGE), channel);
    console.log(`\n${await play(again, { title: 'A talk', channel, cues })}`);
  } finally {
    await heard?.close();
  }
}

function newRehearsal(talk: Talk, channel: 'web' | 'sms') {
  const store = openSqliteStore(':memory:');
  return createRehearsal({ store, talk, start: Date.now(), worker: sam, channel, log: console });
}

async function talk(rehearsal: ReturnType<typeof newRehearsal>, show: (said: Said) => void): Promise<Cue[]> {
  const cues: Cue[] = [];
  for (const said of await rehearsal.open()) show(said);
  process.stdout.write('> ');
  for await (const line of linesOf(process.stdin)) {
    if (line === '') break;
    const cue = cueOf(line);
    cues.push(cue);
    for (const said of await perform(rehearsal, cue)) show(said);
    process.stdout.write('> ');
  }
  return cues;
}

function cueOf(line: string): Cue {
  if (line === '/joins' || line === '/ends') return { does: line.slice(1) as 'joins' | 'ends' };
  if (line.startsWith('/later ')) return { does: 'later', minutes: Number(line.slice(7)) || 1 };
  const sent = NOT_WORDS.find((each) => line === `/sends ${each}`);
  if (sent) return { does: 'sends', sent };
  return line.startsWith('/says ') ? { does: 'says', text: line.slice(6) } : { does: 'person', text: line };
}

function showAsWeb({ text, from, choices }: Said): void {
  const buttons = choices.map((choice, index) => `[${index + 1} ${choice}]`).join(' ');
  console.log(`\n${from}: ${text}${buttons ? `\n${buttons}` : ''}`);
}

function showAsText({ text, choices }: Said): void {
  const actions = choices.map((title) => ({ type: 'imBack', title, value: title }));
  console.log(`\n${asText({ text, suggestedActions: { to: [], actions } })}`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
