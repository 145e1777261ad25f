import { interrupt, step } from '../../dialogs/step';
import { libraryOf, silentReading, Talk } from './talk';

const shared = (name: string) => `# Start
Here.

::ask[Who is around, for ${name}?]{as="you/around" next="#after"}

# After
That is all.

- [A person](person)
`;

describe('an answer that belongs to the person', () => {
  const library = libraryOf({ money: shared('money'), food: shared('food') }, { money: 'money', food: 'food' });

  test('is asked once, whichever flow asked', () => {
    const talk = new Talk(library).open().picks('Money').says('my nan').says('food');
    expect(talk.state.at).toEqual({ flow: 'food', step: 'after' });
    expect(talk.types()).not.toContain('ask');
    expect(talk.state.answers['you/around']).toBe('my nan');
  });

  test('that was skipped is not asked by another flow either', () => {
    const talk = new Talk(library).open().picks('Money').says('skip', { command: 'skip' }).says('food');
    expect(talk.types()).not.toContain('ask');
  });
});

describe('what they said by coming this way', () => {
  const ways = `# Start
Who is it about?

- [I am young](#young)
- [A friend](#friend)

# Young
::who{young}

:::when{young}
Hi.
:::

- [A person](person)

# Friend
::who{about="friend"}

:::when{about="friend"}
You are a good friend to them.
:::

- [A person](person)
`;
  const library = libraryOf({ ways }, { ways: 'money' });

  test('that they are young, which holds in the same step', () => {
    const talk = new Talk(library).open().says('ways').picks('I am young');
    expect(talk.said).toEqual(['Hi.']);
    expect(talk.state.young).toBe(true);
  });

  test('that it is about a friend', () => {
    const talk = new Talk(library).open().says('ways').picks('A friend');
    expect(talk.said).toEqual(['You are a good friend to them.']);
    expect(talk.state.about).toBe('friend');
  });
});

describe('few words', () => {
  const few = `# Start
That is fine. I use few words now.

::short{on}

- [Money](money.md)

# More
::short{off}

- [Money](money.md)
`;
  const money = `# Start
Bills can wait. Some come first, though. In danger, call 999.

::ask[How is it? Say as much as you like.]{as="story" next="few.md#more"}
`;
  const library = libraryOf({ few, money }, { money: 'money' });

  test('are the first sentence of each message, and every number to call', () => {
    const talk = new Talk(library).open().says('few words', { command: 'few' }).picks('Money');
    expect(talk.said).toEqual(['Bills can wait. In danger, call 999.', 'How is it?']);
  });

  test('are only for topics: elsewhere all is said', () => {
    const talk = new Talk(library).open().says('few words', { command: 'few' });
    expect(talk.said).toEqual(['That is fine. I use few words now.']);
  });

  test('end when they want more', () => {
    const talk = new Talk(library)
      .open()
      .says('few words', { command: 'few' })
      .picks('Money')
      .says('not good')
      .picks('Money');
    expect(talk.said).toEqual(['Bills can wait. Some come first, though. In danger, call 999.']);
  });
});

describe('what they come for that is no topic', () => {
  const fear = '# Start\nAsking for help is no reason to take children.\n\n- [Money](money.md)\n- [A person](person)\n';
  const money =
    '# Start\nMoney.\n\n- [Say it](#say)\n- [A person](person)\n\n# Say\n::ask[How is it?]{as="story" next="#start"}\n';
  const library = libraryOf({ fear, money }, { money: 'money' });
  const reading = { ways: ['fear'], topics: [{ id: 'money' as const, score: 0.9 }] };

  test('is answered first, and the topic that came with it waits', () => {
    const talk = new Talk(library).open().says('will you take my kids if i say we are skint', { reading });
    expect(talk.said).toEqual(['Thank you for telling me.', 'Asking for help is no reason to take children.']);
    expect(talk.state.later).toEqual(['money']);
    expect(talk.state.answers['money/story']).toContain('skint');
    expect(talk.types()).toContain('keep');
  });

  test('is offered first where something else is being talked about', () => {
    const talk = new Talk(library)
      .open()
      .picks('Money')
      .says('will you take my kids', { reading: { ways: ['fear'] } });
    expect(talk.labels).toContain('fear');
  });

  test('said in answer to a question, it is kept as the answer and comes later', () => {
    const talk = new Talk(library).open().picks('Money').picks('Say it');
    talk.says('i am scared you take my kids', { reading: { ways: ['fear'] } });
    expect(talk.state.answers['money/story']).toBe('i am scared you take my kids');
    expect(talk.state.later).toEqual(['fear']);
  });

  test('waits behind words about danger, and is answered when they carry on', () => {
    const safety = '# Danger\nCall 999.\n\n- [Carry on](carry-on)\n- [A person](person)\n';
    const both = libraryOf({ fear, money, safety }, { money: 'money' });
    const message = (text: string, heard: object) => ({
      text,
      reading: { ...silentReading, ...heard },
      reply: { choice: null, command: null },
    });
    const { state } = step(both, new Talk(both).open().state, null, 0);
    const told = interrupt(both, state, message('will you take my kids', reading), { flow: 'safety', step: '' }, 0);
    const picked = { ...message('Carry on', {}), reply: { choice: 0, command: null } };
    const { events } = step(both, told.state, picked, 0);
    expect(events).toContainEqual({ type: 'say', text: 'Asking for help is no reason to take children.' });
  });

  describe('after words about danger in which no topic was clear, "carry on" leads to what the danger is about', () => {
    const flows = ['abuse', 'feelings', 'grief', 'young'].map((name) => [
      name,
      `# Start\nHere is ${name}.\n\n- [A person](person)\n`,
    ]);
    const safety = ['suicide', 'abuse', 'medical'].map(
      (kind) => `# ${kind}\nCall 999.\n\n- [Carry on](carry-on)\n- [A person](person)\n`,
    );
    const library = libraryOf(
      { ...Object.fromEntries(flows), safety: safety.join('\n') },
      { abuse: 'abuse', feelings: 'feelings', grief: 'grief' },
    );
    const grief = [{ id: 'grief' as const, score: 0.9 }];
    const carriesOn = (danger: string, heard: object) => {
      const message = (text: string, reading: object, choice: number | null) => ({
        text,
        reading: { ...silentReading, ...reading },
        reply: { choice, command: null },
      });
      const { state } = step(library, new Talk(library).open().state, null, 0);
      const told = interrupt(library, state, message('words', heard, null), { flow: 'safety', step: danger }, 0);
      return step(library, told.state, message('Carry on', {}, 0), 0).state.at?.flow;
    };

    test.each<[string, object, string]>([
      ['abuse', {}, 'abuse'],
      ['suicide', {}, 'feelings'],
      ['suicide', { topics: grief }, 'grief'],
      ['suicide', { topics: grief, about: 'friend' }, 'feelings'],
      ['medical', {}, 'start'],
    ])('%s, %j: %s', (danger, heard, flow) => expect(carriesOn(danger, heard)).toBe(flow));

    test('a child who has said no more than that is welcomed', () => {
      const talk = new Talk(library).open().says('im 12', { reading: { young: true } });
      expect(talk.said).toEqual(['Here is young.']);
    });
  });

  test('that this place has no flow for is nothing special', () => {
    const talk = new Talk(library).open().says('hm', { reading: { ways: ['elsewhere'] } });
    expect(talk.types()).not.toContain('problem');
  });
});
