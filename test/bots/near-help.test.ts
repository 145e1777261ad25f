import type { Block } from '../../dialogs/types';
import { heldDirectory } from '../../directory/held';
import type { Day } from '../../directory/types';
import { nearHelp } from '../../open-near-help';
import { readContent } from '../../read-content';
import { TOPICS } from '../../understanding/types';
import { listing } from '../directory/listing';
import { openBots, talk } from './world';

const { content } = readContent('content', 'example');
if (!content) throw new Error('no content');
const nowhere = { ...content.place, name: 'Nowhere', help: [] };
const emptyPlace = nearHelp({ ...content, place: nowhere, places: [nowhere] }, 'en');
const NOTHING = /I do not know of anything near Hazelford/;
const A_HELP = /What to do: .+ Checked \d+ \w+ \d{4}\./;

const FOOD = { flow: 'food', step: 'what-helps' };
const flows = Object.values(talk.library.flows);
const listsHelp = (blocks: Block[], topic: string): boolean =>
  blocks.some((block) =>
    block.type === 'when'
      ? listsHelp(block.blocks, topic)
      : block.type === 'local-help' &&
        typeof block.list === 'object' &&
        'topic' in block.list &&
        block.list.topic === topic,
  );

/** A step that shows help near the person, for each topic: that of its own flow where it has one. */
const helpSteps = TOPICS.map((topic) => {
  const places = flows.flatMap((flow) =>
    flow.steps
      .filter(({ blocks }) => listsHelp(blocks, topic))
      .map(({ id }) => ({ topic, flow: flow.name, step: id, own: flow.topic === topic })),
  );
  const place = places.find(({ own }) => own) ?? places[0];
  if (!place) throw new Error(`No step shows help about ${topic}.`);
  return place;
});

/** A conversation that has come to this step. */
async function openAt(channel: 'web' | 'sms', { flow, step }: { flow: string; step: string }, near = talk.near) {
  const { menu } = talk.library.flows;
  const [first] = menu?.steps ?? [];
  if (!menu || !first) throw new Error('no menu');
  const choices = [{ label: 'Show me', to: { kind: 'step' as const, flow, step }, line: 1 }];
  const blocks = [
    { type: 'say' as const, line: 1, text: 'Here.' },
    { type: 'choices' as const, line: 1, choices },
  ];
  const flows = { ...talk.library.flows, menu: { ...menu, steps: [{ ...first, blocks }] } };
  const bots = openBots(undefined, undefined, { ...talk.library, flows }, near);
  for (const said of ['start again', 'Show me']) await bots.says('someone', said, undefined, channel);
  return bots;
}

/** What is said where help near the person is, in a topic's flow. */
async function atHelp(channel: 'web' | 'sms', place: (typeof helpSteps)[number], near = talk.near) {
  const bots = await openAt(channel, place, near);
  return (await bots.answer('someone')).join('\n');
}

describe.each(['web', 'sms'] as const)('by %s', (channel) => {
  test.each(helpSteps)('there is help near people in $topic', async (place) => {
    expect(await atHelp(channel, place)).toMatch(A_HELP);
  });

  test.each(helpSteps)('where nothing is known about $topic, that is said', async (place) => {
    const answer = await atHelp(channel, place, emptyPlace);
    expect(answer).toMatch(NOTHING);
    expect(answer).not.toMatch(A_HELP);
  });
});

describe('a list of help', () => {
  const listed = (channel: 'web' | 'sms' = 'web', near = talk.near) => openAt(channel, FOOD, near);

  test('to keep is one text on a phone', async () => {
    const bots = await listed('sms');
    await bots.says('someone', 'Send me this list', undefined, 'sms');
    const [text = '', ...others] = await bots.answer('someone');
    expect(text.split('\n')).toHaveLength(4);
    expect(others).toEqual([]);
  });

  test('to keep is the address of a page elsewhere, which says nothing of who asked', async () => {
    const bots = await listed();
    await bots.says('someone', 'Send me this list');
    expect((await bots.answer('someone')).join(' ')).toMatch(
      / \/help\?id=example:[\w-]+&id=example:[\w-]+&id=example:[\w-]+/,
    );
  });

  test('is wrong in what they pick, and whoever keeps it is told that and nothing else', async () => {
    const told: unknown[] = [];
    const near = {
      ...talk.near,
      report: async ({ id }: { id: string }, reason: string) => void told.push([id, reason]),
    };
    const bots = await listed('web', near);
    for (const said of ['About one of these', 'Hazel Pantry', 'Something is wrong', 'It has closed'])
      await bots.says('someone', said);
    expect(told).toEqual([['example:hazel-pantry', 'closed']]);
  });

  test('tells more about one, as far as its owner wrote more', async () => {
    const bots = await listed();
    for (const said of ['About one of these', 'Hazel Pantry', 'Tell me more']) await bots.says('someone', said);
    expect(await bots.answer('someone')).toContain('That is all I know about it.');
  });
});

describe('what they look for in their own words', () => {
  const open = (days: Day[]) => [{ days, opens: null, closes: null, note: null }];
  const choirs = heldDirectory(
    [
      listing('Dear Choir', { openings: open(['sat']), cost: { free: false, text: '£9' } }),
      listing('Monday Choir', { openings: open(['mon']), cost: { free: true, text: null }, direct: false }),
      listing('Weekend Choir', { openings: open(['sat', 'sun']), cost: { free: true, text: null }, direct: true }),
    ],
    talk.near.words,
  );
  const near = { ...talk.near, at: () => choirs };
  const shown = async (words: string) => {
    const bots = await openAt('web', { flow: 'near-me', step: 'in-my-words' }, near);
    await bots.says('someone', words);
    return (await bots.answer('someone')).flatMap((text) => /\w+ Choir/.exec(text) ?? []);
  };

  test.each([
    ['a choir', ['Dear Choir', 'Monday Choir', 'Weekend Choir']],
    ['a choir on saturday thats free', ['Weekend Choir', 'Dear Choir', 'Monday Choir']],
    ['a choir i can just turn up to', ['Weekend Choir', 'Dear Choir', 'Monday Choir']],
    ['is there a choir on a monday', ['Monday Choir', 'Dear Choir', 'Weekend Choir']],
    ['is there a choir on fridays', ['Dear Choir', 'Monday Choir', 'Weekend Choir']],
  ])('"%s": what fits it best comes first, and the others follow', async (words, names) => {
    expect(await shown(words)).toEqual(names);
  });
});

describe('a postcode', () => {
  test('is kept as its first half only: not in what is remembered, not in what was said', async () => {
    const bots = await openAt('web', FOOD);
    for (const said of ['Nearest first', 'it is zz2 1ab']) await bots.says('someone', said);
    const memory = await bots.memory('someone');
    expect(memory.engine.answers['help-list/outcode']).toBe('ZZ2');
    expect(JSON.stringify(memory)).not.toMatch(/1ab/i);
    expect(JSON.stringify(await bots.seen('someone'))).not.toMatch(/1ab/i);
  });

  test('with words beside it leaves the words as they are, in what was said and in their story', async () => {
    const bots = await openAt('web', FOOD);
    const words = 'my benefits were stopped on monday';
    for (const said of ['Nearest first', `LS6 3QA and ${words}`]) await bots.says('someone', said);
    const { story } = await bots.memory('someone');
    expect(story.lines.map(({ text }) => text)).toContain(`LS6 and ${words}`);
    expect(JSON.stringify(await bots.seen('someone'))).toContain(`LS6 and ${words}`);
  });

  test('of another place is said to be one', async () => {
    const bots = await openAt('web', FOOD);
    for (const said of ['Nearest first', 'LS6']) await bots.says('someone', said);
    expect((await bots.answer('someone')).join(' ')).toContain('LS6 is not in Hazelford');
  });
});
