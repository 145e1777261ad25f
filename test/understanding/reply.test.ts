import { understanding, words } from './english';

const money = [
  'Bills are piling up',
  'Someone is chasing me for money',
  "I can't pay for food or heating",
  "I'd rather say it my way",
];
const topics = ['Money worries', 'My children', "How I'm feeling", 'Something else'];
const yesNo = ['Yes, pass it on', 'No, not now'];
const safe = ['I feel safe', "I don't feel safe"];

test.each<[string, string[], number | null]>([
  // by number
  ['2', money, 1],
  ['2.', money, 1],
  ['2)', money, 1],
  ['(2)', money, 1],
  ['no 2', money, 1],
  ['number two', money, 1],
  ['option 2 please', money, 1],
  ['2\ufe0f\u20e3', money, 1],
  ['ill go for 2', money, 1],
  ['2 thanks', money, 1],
  ['7', money, null],
  ['0', money, null],
  ['1 or 2', money, null],
  ['i have 2 kids and no money', money, null],
  ['2 kids', money, null],
  ['2', ['0', '1', '2', '3 or more'], 2],
  // by place
  ['the second one', money, 1],
  ['3rd', money, 2],
  ['first', money, 0],
  ['last one', money, 3],
  ['the bottom one please', money, 3],
  ['not the first one', yesNo, 1],
  ['not the first one', money, null],
  ['both', money, null],
  // by words
  ['bills are piling up', money, 0],
  ['BILLS ARE PILING UP!!', money, 0],
  ['biills are piling up', money, 0],
  ['bils are pilling up', money, 0],
  ['bills', money, 0],
  ['someones chasing me', money, 1],
  ['food', money, 2],
  ['its the money one', topics, 0],
  ['chilldren', topics, 1],
  ['feelings', topics, 2],
  ['my money is gone', topics, null],
  ['money and my children', topics, null],
  ['not money', topics, null],
  ['safe', safe, 0],
  ['i dont feel safe', safe, 1],
  ['safe', ['Yes', "I'm not safe"], null],
  ['i am really worried about my children and how they are doing at school', topics, null],
  // yes and no
  ['yeah go on then', yesNo, 0],
  ['ye', yesNo, 0],
  ['aye', yesNo, 0],
  ['yessss', yesNo, 0],
  ['ok', yesNo, 0],
  ['\ud83d\udc4d', yesNo, 0],
  ['go on', yesNo, 0],
  ['nah', yesNo, 1],
  ['nope', yesNo, 1],
  ['not really', yesNo, 1],
  ['no ta', yesNo, 1],
  ['nah ur alright', yesNo, 1],
  ['no i dont', yesNo, 1],
  ['not sure', yesNo, null],
  ['maybe', yesNo, null],
  ['yes but not now', yesNo, null],
  ['yeah nah', yesNo, null],
  ['yes', topics, null],
  ['ok i will kill myself', yesNo, null],
  ['i have no food', yesNo, null],
  ['not sure', ['Yes', 'No', 'Not sure'], 2],
  ['no', ['OK', 'No money'], null],
  ['no', ['Yes I do', "No I don't"], 1],
  // nothing to pick from, nothing said
  ['yes', [], null],
  ['', yesNo, null],
  ['?', yesNo, null],
  ['constructor', topics, null],
])('"%s" to %j', (text, options, choice) => expect(understanding.reply(text, options).choice).toBe(choice));

describe('words that work anywhere', () => {
  const commandOf = (text: string, options: string[] = []) => understanding.reply(text, options);

  test('every phrase in commands.yaml is its own command', () => {
    for (const [name, phrases] of Object.entries(words.commands))
      for (const phrase of phrases) expect([phrase, commandOf(phrase).command]).toEqual([phrase, name]);
  });

  test.each([
    ['PERSON', 'person'],
    ['a person please', 'person'],
    ['can i talk to somone', 'person'],
    ['talk to a persn', 'person'],
    ['Back.', 'back'],
    ['start agian', 'start-again'],
    ['STOP', 'stop'],
    ['Stop!', 'stop'],
    ['delete', 'delete'],
  ])('"%s" is %s', (text, command) => expect(commandOf(text)).toEqual({ choice: null, command }));

  test.each([
    'my back hurts',
    'i want it to stop',
    'stop it please mate',
    'stopp',
    'delet',
    'delette',
    'i lost a person',
    'bakc',
  ])('"%s" is no command', (text) => expect(commandOf(text).command).toBeNull());

  test('a choice with just that label comes first', () =>
    expect(commandOf('back', ['Back', 'Carry on'])).toEqual({ choice: 0, command: null }));

  test('a command comes before what only resembles a choice', () =>
    expect(commandOf('back', ['My back hurts', 'Other'])).toEqual({ choice: null, command: 'back' }));
});
