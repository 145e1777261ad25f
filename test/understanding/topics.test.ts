import { TOPICS, type Topic } from '../../understanding/types';
import { understanding, words } from './english';

test('every topic has words', () => expect(words.topics.map(({ id }) => id).sort()).toEqual([...TOPICS].sort()));

test.each<[string, Topic]>([
  ['im skint and the bailiffs are coming', 'money'],
  ['cant pay the leccy', 'money'],
  ['Universal Credit stopped my payment', 'money'],
  ['theres no food in till friday', 'food'],
  ['where is the nearest food bank', 'food'],
  ['landlord gave us a section 21', 'housing'],
  ['black mould all over the bedroom', 'housing'],
  ['got sacked yesterday', 'work'],
  ['they cut my shifts at the warehouse', 'work'],
  ['my lad keeps kicking off', 'parenting'],
  ['toddler has tantrums all day', 'parenting'],
  ['hes being bullied at school', 'school'],
  ['she wont go to school', 'school'],
  ['baby wont stop crying', 'baby'],
  ['im 20 weeks pregnant', 'baby'],
  ['me and my husband argue all the time', 'relationships'],
  ['he checks my phone and is so controlling', 'abuse'],
  ['i feel low and anxious', 'feelings'],
  ['im proper mardy and fed up', 'feelings'],
  ['my nan died and i miss her', 'grief'],
  ['ive no friends, feel so alone', 'loneliness'],
  ['looking after my mum with dementia', 'caring'],
  ['cant stop gambling', 'habits'],
  ['drinking too much since lockdown', 'habits'],
  ['diagnosed with diabetes', 'health'],
  ['home office refused my visa', 'settling'],
  ['i dont speak good english', 'settling'],
])('"%s" is about %s', async (text, topic) =>
  expect((await understanding.read(text)).topics.slice(0, 2).map(({ id }) => id)).toContain(topic),
);

test('misspelt words count', async () => {
  expect((await understanding.read('the bailifs are comming')).topics[0]?.id).toBe('money');
  expect((await understanding.read('depresion and anxeity')).topics[0]?.id).toBe('feelings');
});

test('several topics in one message are all told, best first, between 0 and 1', async () => {
  const { topics } = await understanding.read(
    'my landlord wants us out, we have rent arrears, no food and the kids are kicking off',
  );
  expect(topics.map(({ id }) => id)).toEqual(expect.arrayContaining(['housing', 'money', 'food', 'parenting']));
  const scores = topics.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
});

test.each(['hello', 'ok', 'asdfgh', '', '...'])('"%s" is about nothing in particular', async (text) =>
  expect((await understanding.read(text)).topics).toEqual([]),
);
