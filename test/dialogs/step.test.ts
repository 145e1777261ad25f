import { MAX_STEPS_PER_TURN } from '../../dialogs/turn';
import { libraryOf, Talk } from './talk';

const money = `# Start
You are not the only one.

What is closest?

- [Bills](#bills)
- [My own way](#own)

# Bills
Bills can wait a day.

- [Back to it](#start)
- [A person](person)

# Own
::ask[What has been going on?]{as="story" next="#thanks"}

# Thanks
Thank you for saying so.

:::when{young}
You can tell a grown-up you trust.
:::

:::when{answered="story"}
I have kept it.
:::

- [A person](person)
- [Bye](goodbye)
`;
const goodbye = '# Goodbye\nTake care.\n\n::end\n';
const library = libraryOf({ money, goodbye }, { money: 'money' });

describe('the greeting', () => {
  test('comes before anybody has written, and asks for nothing but offers choices', () => {
    const talk = new Talk(library).open();
    expect(talk.said).toEqual(['Hello.', 'What is on your mind?']);
    expect(talk.labels).toEqual(['Money', 'A person']);
    expect(talk.types()).not.toContain('ask');
  });
});

describe('choices', () => {
  test('lead to their step', () => {
    const talk = new Talk(library).open().picks('Money').picks('Bills');
    expect(talk.said).toEqual(['Bills can wait a day.']);
    expect(talk.state.at).toEqual({ flow: 'money', step: 'bills' });
  });

  test('are kept for the story with the question they answer', () => {
    const talk = new Talk(library).open().picks('Money').picks('Bills');
    expect(talk.events[0]).toEqual({
      type: 'keep',
      as: null,
      question: 'What is closest?',
      text: 'Bills',
      kind: 'choice',
    });
  });

  test('that only find the way are not kept', () => {
    const talk = new Talk(library).open().picks('Money').picks('Bills').picks('Back to it');
    expect(talk.types()).not.toContain('keep');
  });
});

describe('questions', () => {
  test('keep the answer and go on', () => {
    const talk = new Talk(library).open().picks('Money').picks('My own way');
    expect(talk.events.at(-1)).toEqual({ type: 'ask', text: 'What has been going on?', as: 'money/story' });
    talk.says('the rent went up');
    expect(talk.state.answers['money/story']).toBe('the rent went up');
    expect(talk.said).toEqual(['Thank you for saying so.', 'I have kept it.']);
  });

  test('are not asked again once answered', () => {
    const talk = new Talk(library).open().picks('Money').picks('My own way').says('the rent went up');
    talk.says('start again', { command: 'start-again' }).picks('Money').picks('My own way');
    expect(talk.said).toEqual(['Thank you for saying so.', 'I have kept it.']);
  });

  test('can be skipped, and are not asked again either', () => {
    const talk = new Talk(library).open().picks('Money').picks('My own way').says('skip', { command: 'skip' });
    expect(talk.said).toEqual(['That is fine.', 'Thank you for saying so.']);
    talk.says('start again', { command: 'start-again' }).picks('Money').picks('My own way');
    expect(talk.types()).not.toContain('ask');
  });

  test('that nobody asked can be skipped too: it is nothing to keep', () => {
    const talk = new Talk(library).open().picks('Money').says('skip', { command: 'skip' });
    expect(talk.types()).not.toContain('keep');
    expect(talk.said).toEqual(['That is fine.']);
    expect(talk.labels).toEqual(['Bills', 'My own way']);
  });

  test('are asked again when the person goes back to them', () => {
    const talk = new Talk(library).open().picks('Money').picks('My own way').says('the rent went up');
    talk.says('back', { command: 'back' });
    expect(talk.said).toEqual(['What has been going on?']);
  });
});

describe('words that fit nothing on offer', () => {
  test('are kept, never an error, and the choices stay', () => {
    const talk = new Talk(library).open().picks('Money').says('my sister is ill as well');
    expect(talk.events[0]).toMatchObject({ type: 'keep', text: 'my sister is ill as well', kind: 'words' });
    expect(talk.said).toEqual(['I have kept that.']);
    expect(talk.labels).toEqual(['Bills', 'My own way']);
  });

  test('offer a person the second time running', () => {
    const talk = new Talk(library).open().picks('Money').says('one').says('two');
    expect(talk.said).toEqual(['A person may help more.']);
    expect(talk.labels).toEqual(['Bills', 'My own way', 'person']);
  });

  test('that name a topic lead to it from anywhere, and are nothing to keep', () => {
    const talk = new Talk(library).open().picks('A person').says('Money!');
    expect(talk.state.at).toEqual({ flow: 'money', step: 'start' });
    expect(talk.types()).not.toContain('keep');
  });

  test('without a letter or a digit are met kindly, and nothing is kept', () => {
    for (const nothing of ['', '   ', '😢😢', '...', '\u0000\u200b']) {
      const talk = new Talk(library).open().picks('Money').says(nothing);
      expect(talk.said).toEqual(['Could you say it another way?']);
      expect(talk.types()).not.toContain('keep');
      expect(talk.labels).toEqual(['Bills', 'My own way']);
    }
  });
});

describe('own words at the start', () => {
  const topics = [{ id: 'money' as const, score: 0.9 }];

  test('that are clear open their flow, and are not asked for again', () => {
    const talk = new Talk(library).open().says('cant pay the leccy', { reading: { topics } });
    expect(talk.said[0]).toBe('Thank you for telling me.');
    expect(talk.state.at?.flow).toBe('money');
    talk.picks('My own way');
    expect(talk.said).toEqual(['Thank you for saying so.', 'I have kept it.']);
  });

  test('that are not sure are asked about', () => {
    const talk = new Talk(library)
      .open()
      .says('its all gone wrong', { reading: { topics: [{ id: 'money', score: 0.4 }] } });
    expect(talk.said).toEqual(['Which is closest?']);
    expect(talk.labels).toEqual(['money', 'Something else', 'person']);
  });

  test('about several things ask which matters most, and the others come back', () => {
    const two = libraryOf(
      {
        money: '# Start\nMoney.\n\n- [Menu](menu.md)\n',
        school: '# Start\nSchool.\n\n- [Menu](menu.md)\n',
      },
      { money: 'money', school: 'school' },
    );
    const both = [
      { id: 'money' as const, score: 0.9 },
      { id: 'school' as const, score: 0.8 },
    ];
    const talk = new Talk(two).open().says('skint and the school rang', { reading: { topics: both } });
    expect(talk.said).toEqual(['Which matters most?']);
    expect(talk.labels).toEqual(['money', 'school', 'Something else', 'person']);
    talk.picks('money').picks('Menu');
    expect(talk.said.at(-1)).toBe('You also said this.');
    expect(talk.labels[0]).toBe('school');
    talk.picks('school').picks('Menu');
    expect(talk.said).not.toContain('You also said this.');
  });

  test('that say nothing known open the menu, kept', () => {
    const talk = new Talk(library).open().says('hiya');
    expect(talk.events[0]).toMatchObject({ type: 'keep', text: 'hiya' });
    expect(talk.said).toEqual(['Tell me more, or pick.']);
    expect(talk.labels).toEqual(['Money', 'A person']);
  });
});

describe('who is writing', () => {
  test('a child gets words for a child from then on', () => {
    const talk = new Talk(library)
      .open()
      .says('im 13', { reading: { young: true } })
      .picks('Money')
      .picks('My own way')
      .says('no food');
    expect(talk.said).toContain('You can tell a grown-up you trust.');
  });

  test('not knowing counts as grown up', () => {
    const talk = new Talk(library).open().picks('Money').picks('My own way').says('no food');
    expect(talk.said).not.toContain('You can tell a grown-up you trust.');
  });
});

describe('interruptions', () => {
  test('a person can be asked for anywhere, and "not now" leads back without repeating what was read', () => {
    const talk = new Talk(library).open().picks('Money').says('person', { command: 'person' });
    expect(talk.said).toEqual(['Shall I?']);
    talk.picks('Not now');
    expect(talk.said).toEqual(['This is where we were.']);
    expect(talk.labels).toEqual(['Bills', 'My own way']);
  });

  test('one inside another comes back to each in turn', () => {
    const inner = libraryOf({ money, goodbye, 'help-now': '# Help\nCall 999.\n\n- [Carry on](carry-on)\n' });
    const talk = new Talk(inner)
      .open()
      .picks('Money')
      .says('person', { command: 'person' })
      .says('help now', { command: 'help-now' });
    expect(talk.picks('Carry on').labels).toEqual(['Yes', 'Not now']);
    expect(talk.picks('Not now').labels).toEqual(['Bills', 'My own way']);
  });

  test('a handoff is asked for once the person agrees', () => {
    const talk = new Talk(library).open().picks('A person').picks('Yes');
    expect(talk.types()).toEqual(['handoff']);
  });
});

describe('the end', () => {
  test('rests, and the next words start afresh', () => {
    const talk = new Talk(library).open().picks('Money').picks('My own way').says('x').picks('Bye');
    expect(talk.said).toEqual(['Take care.']);
    expect(talk.state.at).toBeNull();
    expect(talk.says('hello again').labels).toEqual(['Money', 'A person']);
  });
});

describe('content that changed under a conversation', () => {
  test('goes on at the same step if it is still there', () => {
    const talk = new Talk(library).open().picks('Money');
    talk.republish(libraryOf({ money: money.replace('Bills can wait a day.', 'Bills can wait.'), goodbye }));
    expect(talk.picks('Bills').said).toEqual(['Bills can wait.']);
  });

  test('starts the flow again with a kind word when the step is gone, and keeps what was said', () => {
    const talk = new Talk(library).open().picks('Money').picks('Bills');
    talk.republish(libraryOf({ money: money.replace('# Bills', '# Debts').replace('#bills', '#debts'), goodbye }));
    talk.says('they keep ringing me');
    expect(talk.events[0]).toMatchObject({ type: 'keep', text: 'they keep ringing me' });
    expect(talk.said[0]).toBe('These words changed.');
    expect(talk.state.at).toEqual({ flow: 'money', step: 'start' });
  });

  test('starts the flow again when a choice led to a step that is gone', () => {
    const talk = new Talk(library).open().picks('Money');
    talk.republish(libraryOf({ money: money.replace('# Bills', '# Debts').replace('#bills', '#debts'), goodbye }));
    expect(talk.picks('Bills').said[0]).toBe('These words changed.');
  });

  test('words that work anywhere work where the step is gone, and are not kept as something said', () => {
    for (const command of ['person', 'delete']) {
      const talk = new Talk(library).open().picks('Money').picks('Bills');
      const gone = money.replace('# Bills', '# Debts').replace('#bills', '#debts');
      talk.republish(libraryOf({ money: gone, goodbye, delete: '# Delete\n::forget\n\nDone.\n\n::end\n' }));
      talk.says(command, { command });
      expect(talk.types()).not.toContain('keep');
      if (command === 'delete') expect(talk.types()).toContain('forget');
      else expect(talk.state.at?.flow).toBe('person');
    }
  });

  test('opens the menu when the whole flow is gone', () => {
    const talk = new Talk(library).open().picks('Money');
    const { money: _gone, ...flows } = library.flows;
    talk.republish({ ...library, flows });
    expect(talk.says('hello?').state.at?.flow).toBe('menu');
  });
});

describe('faults in content', () => {
  test('steps that lead in a circle are reported and the person gets a kind answer', () => {
    const talk = new Talk(libraryOf({ money: '# A\n::go{to="#b"}\n\n# B\n::go{to="#a"}\n' })).open().picks('Money');
    expect(talk.events[0]).toEqual({
      type: 'problem',
      code: 'too-many-steps',
      where: expect.stringMatching(/^money#/),
    });
    expect(talk.said[0]).toBe('That was our fault.');
    expect(talk.labels).toContain('A person');
    expect(MAX_STEPS_PER_TURN).toBeLessThanOrEqual(100);
  });

  test('a link to nowhere does the same', () => {
    const talk = new Talk(libraryOf({ money: '# A\nHello.\n\n- [On](#gone)\n' })).open().picks('Money').picks('On');
    expect(talk.events).toContainEqual({ type: 'problem', code: 'missing-step', where: 'money#gone' });
    expect(talk.labels).toContain('A person');
  });

  test('a step without an end does the same', () => {
    const talk = new Talk(libraryOf({ money: '# A\nHello.\n' })).open().picks('Money');
    expect(talk.events).toContainEqual({ type: 'problem', code: 'dead-end', where: 'money#' });
  });
});

test('nothing given in is changed', () => {
  const talk = new Talk(library).open();
  const before = talk.state;
  const copy = structuredClone(before);
  talk.picks('Money');
  expect(before).toEqual(copy);
});
