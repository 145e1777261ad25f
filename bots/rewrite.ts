import type { TurnContext } from 'botbuilder';
import { again } from '../dialogs/step';
import type { Message } from '../dialogs/types';
import { applyEdit, type Edit, readEdit, reworded } from '../story/edits';
import { addLine } from '../story/story';
import type { Changing } from './memory';
import { perform } from './perform';
import { phrase } from './speak';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/** The story is theirs: while they look at it they leave lines out, change them and add some. True when the message did so. */
export async function rewrite(context: TurnContext, talk: Talk, { text, reply }: Message): Promise<boolean> {
  const { memory } = workOf(context);
  const { changing } = memory;
  memory.changing = null;
  if (memory.storyShownIn !== memory.engine.at?.flow) return false;
  const edit = readEdit(text, talk.edits);
  if (edit) await edited(context, talk, edit);
  else if (changing === null || reply.choice !== null || reply.command !== null) return false;
  else await put(context, talk, changing, text);
  return true;
}

function edited(context: TurnContext, talk: Talk, edit: Edit): Promise<void> {
  const { lines } = workOf(context).memory.story;
  if (edit.does === 'add') return edit.text === null ? ask(context, talk, 'new') : put(context, talk, 'new', edit.text);
  if (edit.does !== 'change') return leftOut(context, talk, edit);
  const id = lines[edit.number - 1]?.id;
  if (id === undefined) return told(context, talk, 'story-no-line', [edit.number]);
  return edit.text === null ? ask(context, talk, id) : put(context, talk, id, edit.text);
}

async function leftOut(context: TurnContext, talk: Talk, edit: Extract<Edit, { numbers: number[] }>): Promise<void> {
  const { memory } = workOf(context);
  const { story, changed } = applyEdit(memory.story, edit);
  memory.story = story;
  if (edit.does === 'leave-out') await note(context, talk, 'story-struck-note', changed);
  const missing = edit.numbers.filter((n) => !changed.includes(n));
  await told(context, talk, 'story-no-line', missing.slice(0, 1));
}

/** The words come with the next message. */
async function ask(context: TurnContext, talk: Talk, what: Changing): Promise<void> {
  const { memory } = workOf(context);
  memory.changing = what;
  if (what === 'new') await context.sendActivities(phrase(talk, memory, 'story-add'));
  else await note(context, talk, 'story-change', [numberOf(context, what)]);
}

async function put(context: TurnContext, talk: Talk, what: Changing, text: string): Promise<void> {
  const { memory, now } = workOf(context);
  if (what === 'new') {
    memory.story = addLine(memory.story, { at: now, question: null, text, kind: 'words' });
    return told(context, talk, 'story-added-note', [memory.story.lines.length]);
  }
  memory.story = reworded(memory.story, what, text);
  return told(context, talk, 'story-changed-note', [numberOf(context, what)]);
}

const numberOf = (context: TurnContext, id: number): number =>
  1 + workOf(context).memory.story.lines.findIndex((line) => line.id === id);

/** Says a line about each of these lines of the story, and shows the step again. */
async function told(context: TurnContext, talk: Talk, id: string, numbers: number[]): Promise<void> {
  await note(context, talk, id, numbers);
  const { memory, now } = workOf(context);
  await perform(context, talk, again(talk.library, memory.engine, now));
}

async function note(context: TurnContext, talk: Talk, id: string, numbers: number[]): Promise<void> {
  const { memory } = workOf(context);
  for (const n of new Set(numbers)) await context.sendActivities(phrase(talk, memory, id, { n: String(n) }));
}
