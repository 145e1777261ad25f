import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import type { Menu } from '../../../adapters/whatsapp/menu';
import { contentOf, partsOf } from '../../../adapters/whatsapp/render';
import { allBlocks, stepsOf } from '../../../dialogs/inspect/site';
import { fill, phraseTexts } from '../../../dialogs/phrases';
import { readAsked } from '../../../tools/stand-ins/meta-asked';
import { talk } from '../../bots/world';
import { words } from './world';

function says(text: string, labels: string[] = [], from?: number): Partial<Activity> {
  const actions = labels.map((label) => ({ type: 'imBack', title: label, value: label }));
  return {
    type: 'message',
    text,
    from: { id: 'natter', name: 'Natter', role: 'bot' },
    ...(labels.length > 0 && { suggestedActions: { to: [], actions } }),
    ...(from !== undefined && { value: { from } }),
  };
}

interface Content {
  type: string;
  text?: { body: string };
  interactive?: Menu & { body: { text: string } };
}
const rendered = (...said: Partial<Activity>[]) => partsOf(said, words).map((part) => contentOf(part) as Content);
const only = (...said: Partial<Activity>[]): Content => {
  const [first, ...more] = rendered(...said);
  expect(more).toEqual([]);
  return first as Content;
};
const buttonsOf = ({ interactive }: Content) =>
  interactive?.type === 'button' ? interactive.action.buttons.map(({ reply }) => reply) : null;
const rowsOf = ({ interactive }: Content) =>
  interactive?.type === 'list' ? interactive.action.sections.flatMap(({ rows }) => rows) : null;
const topics = (count: number) => Array.from({ length: count }, (_, n) => `Topic ${n + 1}`);

test('plain words are a plain message', () => {
  expect(only(says('Hello.'))).toEqual({ type: 'text', text: { body: 'Hello.', preview_url: false } });
});

test('what is said in one turn is one message', () => {
  expect(only(says('Hello.'), says('Take your time.')).text?.body).toBe('Hello.\n\nTake your time.');
});

test('nothing said is no message', () => {
  expect(rendered(says('  '))).toEqual([]);
  expect(rendered()).toEqual([]);
});

test('up to three short choices are buttons under the words', () => {
  const shown = only(says('Money worries are common.'), says('What is closest?', ['Bills', 'Debt', 'Food']));
  expect(shown.interactive?.body.text).toBe('Money worries are common.\n\nWhat is closest?');
  expect(buttonsOf(shown)).toEqual(['Bills', 'Debt', 'Food'].map((label) => ({ id: label, title: label })));
});

test('four choices, or one too long for a button, are a list', () => {
  const four = only(says('Which?', topics(4)));
  expect(rowsOf(four)).toEqual(topics(4).map((label) => ({ id: label, title: label })));
  expect(four.interactive?.type === 'list' && four.interactive.action.button).toBe(words.choose);
  const label = 'Someone is chasing me for money';
  expect(rowsOf(only(says('Which?', ['Bills', label])))).toEqual([
    { id: 'Bills', title: 'Bills' },
    { id: label, title: 'Someone is chasing me…', description: label },
  ]);
});

test('ten choices are ten rows; of eleven there are nine and "More"', () => {
  expect(rowsOf(only(says('Which?', topics(10))))).toHaveLength(10);
  const rows = rowsOf(only(says('Which?', topics(11))));
  expect(rows).toHaveLength(10);
  expect(rows?.at(-1)).toEqual({ id: 'natter/more:9', title: words.more });
});

test('the next page goes on from where the first one was', () => {
  const rows = rowsOf(only(says('Here are the others.', topics(25).slice(9), 9)));
  expect(rows?.[0]?.title).toBe('Topic 10');
  expect(rows?.at(-1)?.id).toBe('natter/more:18');
  expect(rowsOf(only(says('And these.', topics(25).slice(18), 18)))?.map(({ id }) => id)).toEqual(topics(25).slice(18));
});

describe('what does not fit is numbered lines', () => {
  const long = 'a '.repeat(40).trim();
  test.each([
    ['a label too long to be described', ['Yes', long]],
    ['labels that are the same', ['Yes', 'Yes']],
    ['labels that would look the same', ['Somebody at home is making me afraid', 'Somebody at home is making me sad']],
    ['an empty label', ['Yes', ' ']],
  ])('%s', (_, labels) => {
    const shown = only(says('Which?', labels));
    expect(shown.text?.body).toBe(`Which?\n${labels.map((label, n) => `${n + 1}. ${label}`).join('\n')}`.trim());
  });

  test('with numbers that go on where it is the rest of a list', () => {
    expect(only(says('The others.', ['Yes', 'Yes'], 9)).text?.body).toBe('The others.\n10. Yes\n11. Yes');
  });

  test('choices without any words', () => {
    expect(only(says('', ['Yes', 'No'])).text?.body).toBe('1. Yes\n2. No');
  });

  test('our own words being too long', () => {
    const menu = { choose: 'See all of the choices there are', more: 'More' };
    expect(partsOf([says('Which?', topics(4))], menu)[0]).toMatchObject({
      text: expect.stringContaining('4. Topic 4'),
    });
  });
});

test('words too long to stand over choices go first, and the choices under their last sentence', () => {
  const long = `${'There is a lot to say about this. '.repeat(40)}What is closest?`;
  const [before, asked, ...more] = rendered(says(long, ['Bills', 'Debt']));
  expect(more).toEqual([]);
  expect(before?.text?.body).toBe('There is a lot to say about this. '.repeat(40).trim());
  expect(asked?.interactive?.body.text).toBe('What is closest?');
  expect(buttonsOf(asked as Content)).toHaveLength(2);
});

test('one endless sentence is cut, and the choices are under the end of it', () => {
  const parts = rendered(says('on and '.repeat(400).trim(), ['Yes', 'No']));
  expect(parts.map(({ type }) => type)).toEqual(['text', 'text', 'interactive']);
});

test('a text of more than 4,096 signs is cut at ends of sentences', () => {
  const parts = rendered(says('Another sentence stands here. '.repeat(400)));
  expect(parts.length).toBe(3);
  for (const { text } of parts) {
    expect(text?.body.length).toBeLessThanOrEqual(4096);
    expect(text?.body).toMatch(/here\.$/);
  }
});

test('only a question by itself is marked as one, so that nothing else is held back with it', () => {
  const question = says('Which?', ['Yes', 'No']);
  expect(partsOf([question], words)[0]?.suggestedActions).toEqual(question.suggestedActions);
  expect(partsOf([says('Call 999.'), question], words)[0]?.suggestedActions).toBeUndefined();
  expect(partsOf([question], words)[0]?.from).toEqual(question.from);
});

test('our own words fit', () => {
  for (const id of ['list-button', 'list-more'])
    expect((phraseTexts(talk.library, id, 0)[0] ?? '').length).toBeLessThanOrEqual(id === 'list-button' ? 20 : 24);
});

test('every choice there is in the content can be tapped', () => {
  const lists = stepsOf(talk.library).flatMap(({ step }) =>
    allBlocks(step.blocks).flatMap((block) =>
      block.type === 'choices' ? [block.choices.map(({ label }) => fill(label, talk.library.values))] : [],
    ),
  );
  expect(lists.length).toBeGreaterThan(30);
  expect(lists.filter((labels) => !only(says('Which?', labels)).interactive)).toEqual([]);
});

test('whatever is said, WhatsApp would take it, nothing is lost, and each choice can be picked', () => {
  const label = fc.oneof(
    fc.string({ maxLength: 90 }),
    fc.stringMatching(/^[A-Za-z' ]{1,40}$/),
    fc.constant('👍🏽 yes'),
  );
  const said = fc.record({
    texts: fc.array(fc.oneof(fc.lorem({ mode: 'sentences', maxCount: 60 }), fc.string({ maxLength: 3000 })), {
      maxLength: 3,
    }),
    labels: fc.array(label, { maxLength: 14 }),
  });
  fc.assert(
    fc.property(said, ({ texts, labels }) => {
      const turn = [...texts.map((text) => says(text)), says('Which is closest?', labels)];
      const parts = rendered(...turn);
      for (const part of parts) {
        const asked = { messaging_product: 'whatsapp', to: '447700900001', ...part };
        expect(readAsked(asked)).not.toBeNull();
      }
      const squeezed = (text: string) => text.replace(/\s+/g, '');
      const shown = squeezed(parts.map(({ text, interactive }) => text?.body ?? interactive?.body.text).join(''));
      expect(shown.startsWith(squeezed(turn.map(({ text }) => text).join('')))).toBe(true);
      const last = parts.at(-1) as Content;
      const ids = (buttonsOf(last) ?? rowsOf(last))?.map(({ id }) => id);
      if (ids)
        expect(ids.filter((id) => !id.startsWith('natter/more'))).toEqual(labels.slice(0, labels.length > 10 ? 9 : 10));
      else for (const each of labels) expect(shown).toContain(squeezed(each));
    }),
    { seed: 20261122, numRuns: 150 },
  );
});
