import type { Activity } from 'botbuilder';
import { beforeEnglish } from '../dialogs/in-english';
import { phraseTexts } from '../dialogs/phrases';
import { recite } from '../dialogs/step';
import type { Event } from '../dialogs/types';
import { helplinesFor } from '../directory/nearby';
import { opening } from '../handoff/hours';
import type { Line, Story } from '../story/types';
import { type Expected, NOTHING_KNOWN } from './expect';
import { blankMemory, type Memory } from './memory';
import type { NearTexts } from './near-help';
import type { Talk } from './talk';
import { talkIn } from './talk-in';
import { tidy } from './tidy';

type Values = Record<string, string>;

/** A message from Natter. */
export function message(text: string): Partial<Activity> {
  return { type: 'message', text };
}

/** The messages of a shared line. */
export function phrase(talk: Talk, memory: Memory, id: string, values: Values = {}): Partial<Activity>[] {
  const { library } = talk;
  const { engine } = memory;
  engine.said += 1;
  const before = library.phrases[id]?.borrowed ? beforeEnglish(library, engine) : [];
  return [...before, ...phraseTexts(library, id, engine.said, values)].map(message);
}

/** What is said before anybody has written, for a page that shows it at once. */
export function greeting(first: Talk, now: number, speaks: string | null = null): Partial<Activity>[] {
  const memory = blankMemory();
  const talk = talkIn(first, speaks);
  return speak(talk, memory, recite(talk.library, memory.engine, { flow: 'start', step: '' }, now), now);
}

/**
 * Turns what the engine wants said into activities, in order. Choices hang on the message before them.
 * `near`: what is said of help near them, by event. `wait`: what can be told of a wait for a worker.
 */
export function speak(
  talk: Talk,
  memory: Memory,
  events: Event[],
  now: number,
  near: NearTexts = new Map(),
  wait: Expected = NOTHING_KNOWN,
): Partial<Activity>[] {
  const said: Partial<Activity>[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'say':
        said.push(message(event.text));
        break;
      case 'ask':
        said.push(message(event.text));
        offer(said, phraseTexts(talk.library, 'skip', 0));
        break;
      case 'offer':
        if (said.length === 0) said.push(...phrase(talk, memory, 'where-were-we').slice(0, 1));
        offer(said, event.labels);
        break;
      case 'story':
        said.push(...storyLines(talk, memory));
        break;
      case 'waiting':
        said.push(...waiting(talk, memory, 'waiting', now, wait));
        break;
      case 'local-help':
      case 'send-list':
      case 'help-details':
        said.push(...(near.get(event) ?? []));
        break;
      case 'helplines':
        said.push(...helplines(talk, memory, event.for));
        break;
      default:
    }
  }
  return said;
}

function offer(said: Partial<Activity>[], labels: string[]): void {
  const last = said.at(-1);
  if (!last || labels.length === 0) return;
  last.suggestedActions = { to: [], actions: labels.map((label) => ({ type: 'imBack', title: label, value: label })) };
}

/** Honest words about the wait: `waiting` before they decide, `waiting-started` once they wait. */
export function waiting(
  talk: Talk,
  memory: Memory,
  id: string,
  now: number,
  { here, free, usual }: Expected,
): Partial<Activity>[] {
  const hours = opening(talk.place, now, talk.times);
  const telling = hours.open && usual !== null;
  if (free || (here && !telling)) return phrase(talk, memory, `${id}-here`);
  if (telling) return phrase(talk, memory, `${id}-usual`, { closes: hours.closes, usual });
  if (hours.open) return phrase(talk, memory, `${id}-open`, { closes: hours.closes });
  return phrase(talk, memory, `${id}-closed`, { opens: hours.opens ?? '' });
}

/** What the person has told us, one numbered line each, with what they left out said so. */
function storyLines(talk: Talk, memory: Memory): Partial<Activity>[] {
  const { lines, flags } = memory.story;
  if (lines.length === 0 && flags.length === 0) return phrase(talk, memory, 'story-empty');
  const shown = lines.flatMap((line, index) => (line.struck ? [] : [`${index + 1}. ${storyLine(talk, line)}`]));
  const note = flags.length > 0 ? phrase(talk, memory, 'story-flag-note') : [];
  return [...(shown.length > 0 ? [message(shown.join('\n'))] : phrase(talk, memory, 'story-empty')), ...note];
}

/** One line of a story in plain words: a quote of theirs, or a choice marked as Natter's words. */
export function storyLine(talk: Talk, { kind, question, text }: Line): string {
  const id = kind === 'choice' ? 'story-choice' : question ? 'story-answer' : 'story-words';
  return phraseTexts(talk.library, id, 0, { question: question ?? '', text }).join(' ');
}

function helplines(talk: Talk, memory: Memory, kind: string): Partial<Activity>[] {
  const lines = helplinesFor(talk.helplines, kind, talk.place.nation, memory.engine.young === true).map(
    ({ name, how, hours }) => tidy(phraseTexts(talk.library, 'helpline-line', 0, { name, how, hours }).join('\n')),
  );
  return lines.length > 0 ? [message(lines.join('\n'))] : [];
}

/** Were lines of the story just shown? Only then does "leave out 2" mean one of them. */
export function showsStory(events: Event[], story: Story): boolean {
  return story.lines.length > 0 && events.some(({ type }) => type === 'story');
}
