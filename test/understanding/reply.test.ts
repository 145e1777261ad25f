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
const three = ['Home', 'School', 'Money'];
const lettered = ['A) Housing', 'B) Work', 'C) Family'];
const ages = ['Under 16', '16 or 17', '18 or over'];
const people = ['My partner', 'A family member', 'Someone at work', 'Someone else'];
const touch = ['Call me', 'Text me', 'Email me', 'Write to me'];
const unsure = ['Yes', 'No', 'Not sure'];

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
  ['2', ages, null],
  // A list in which a number happens to stand is no list of numbers.
  ['1', ['Talk with a person', 'Show 3 more', 'About one of these', 'Enough for today'], 0],
  ['3', ['Talk with a person', 'Show 3 more', 'About one of these', 'Enough for today'], 2],
  ['1', ['Someone scares me', "I'm under 18", 'My rent', 'Where I live'], 0],
  ['2', ['Someone scares me', "I'm under 18", 'My rent', 'Where I live'], 1],
  ['17', ['Someone scares me', "I'm under 18", 'My rent', 'Where I live'], 1],
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
  ['och aye', yesNo, 0],
  ['ok then', yesNo, 0],
  ['ta but no', yesNo, 1],
  ['im good thanks', yesNo, 1],
  ['yes and no', unsure, null],
  ['what happens if i say yes', yesNo, null],
  ['later', ['Yes, go ahead', 'No, leave it', 'Ask me later'], 2],
  // one of two, the middle, counted from the end
  ['the latter', yesNo, 1],
  ['the latter', three, null],
  ['middle one', three, 1],
  ['middle one', money, null],
  ['last but one', money, 2],
  ['second from the bottom', money, 2],
  ['the frist one', money, 0],
  ['first two', money, null],
  // letters only where choices have them
  ['b', lettered, 1],
  ['option c please', lettered, 2],
  ['not b', lettered, null],
  ['a or b', lettered, null],
  ['b', three, null],
  // what was said last counts
  ['3 sorry meant 1', money, 0],
  ['2 no wait 3', money, 2],
  // numbers that are in the labels
  ['im 15', ages, 0],
  ['43', ages, 2],
  ['17', ages, 1],
  ['4', ['10am', '2pm', '4pm'], 2],
  ['half 11', ['10:00', '11:30', '14:00'], 1],
  ['half 3', ['10am', '2pm', '4pm'], null],
  ['4', ['Mon 10am', 'Tue 2pm', 'Thu 4pm', 'None of those'], null],
  ['i have 5', ['1 child', '2 children', '3 or more', 'No children'], 2],
  ['im 4 months behind', ages, null],
  // both, neither, not knowing: no choice, unless a label says so
  ['neither', yesNo, null],
  ['dunno', yesNo, null],
  ['all of them', money, null],
  ['any of them', money, null],
  ['dunno', unsure, 2],
  ['no idea', unsure, 2],
  ['none', ['Food', 'Money', 'None of these'], 2],
  ['both', ['Gas', 'Electric', 'Both of them'], 2],
  ['both of us', ['Me and my wife', 'Me only'], 0],
  // other words for it
  ['my brother', people, 1],
  ['the wife', people, 0],
  ['my boss', people, 2],
  ['my mate', people, 3],
  ['ring me', touch, 0],
  ['by post', touch, 3],
  ['txt', touch, 1],
  ['wifi', ['Gas', 'Water', 'Broadband'], 2],
  ['lnk', ['A link', 'A letter'], 0],
  ['gas n leccy', ['Rent', 'Gas and electric', 'Something else'], 1],
  ['polish please', ['English', 'Polski', 'Cymraeg'], 1],
  ['school dinners', ['Help with school uniform', 'Free school meals'], 1],
  // turned down
  ['anything but email', touch, null],
  ['dont phone, he checks it', touch, null],
  ['not the second one', yesNo, 0],
  ['no job', ['I have a job', "I don't have a job"], 1],
  ['cant pay owt', ['Pay in full', "I can't pay anything"], 1],
  ['i am safe but my sister isnt', safe, null],
  ['money but not now', three, null],
  // part of what is said
  ['its for my daughter shes 4', ['For me', 'For my child'], 1],
  ['simple please, my english not good', ['Read it out', 'Explain it simply'], 1],
  ['home and school', three, null],
  // something else is said
  ['he has a knife', people, null],
  ['i took 20 tablets', money, null],
  ['i want to kill myself', ['I hurt myself', 'Rows at home'], null],
  ['he says hes gonna hurt me if i tell', three, null],
  ['who can see them', ['Keep my details', 'Delete my details'], null],
  ['07700 900142', touch, null],
  // nothing to pick from, nothing said
  ['yes', [], null],
  ['', yesNo, null],
  ['?', yesNo, null],
  ['constructor', topics, null],
  ['If I ask for help', ['Yes, ask a worker', 'What would happen?', 'Not now'], null],
  ['the school do know, his teacher is very good', ['Talk with a person', 'What could help'], null],
  ['a human please', ['Talk with a person', 'What could help'], 0],
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

  test('a choice that is that command in other words is picked', () => {
    const options = ['Talk to a person', 'Keep texting'];
    expect(commandOf('a person please', options)).toEqual({ choice: 0, command: null });
  });

  test('a command comes before what only resembles a choice', () =>
    expect(commandOf('back', ['My back hurts', 'Other'])).toEqual({ choice: null, command: 'back' }));
});
