import { libraryOf, Talk } from './talk';

const asks = `# Start
::ask-clearly[May they read it?]{unclear="#no"}

- [Yes, they can](#yes)
- [No](#no)

# Yes
They can.

::handoff{peers}

# No
They can not.

- [Ask me again](#start)
- [Something else](#else)

# Else
What else?

- [Back](#start)
`;
const library = libraryOf({ asks, menu: '# Menu\nPick one.\n\n- [Ask me](asks.md)\n- [A person](person)\n' });
const asked = () => new Talk(library).says('', { command: 'menu' }).picks('Ask me');

describe('where only a clear answer counts', () => {
  test('a choice is picked as anywhere', () => {
    expect(asked().picks('Yes, they can').said).toEqual(['They can.']);
    expect(asked().picks('No').said).toEqual(['They can not.']);
  });

  test('whatever is none of them goes on, and is kept with the question', () => {
    const talk = asked().says('not the bit about my mum');
    expect(talk.said).toEqual(['They can not.']);
    expect(talk.events[0]).toEqual({
      type: 'keep',
      as: null,
      question: 'May they read it?',
      text: 'not the bit about my mum',
      kind: 'words',
    });
  });

  test('"skip", "thanks" and a bare "yes" that fits no choice go on too', () => {
    expect(asked().says('skip', { command: 'skip' }).said).toEqual(['That is fine.', 'They can not.']);
    for (const command of ['thanks', 'hello', 'yes-or-no'])
      expect(asked().says('thanks', { command }).said).toEqual(['They can not.']);
  });

  test('a sign without a word is asked about', () => {
    const talk = asked().says('?!');
    expect(talk.said).toEqual(['Could you say it another way?']);
    expect(talk.picks('Yes, they can').said).toEqual(['They can.']);
  });

  test('a word that works anywhere works here', () => {
    expect(asked().says('person', { command: 'person' }).said).toEqual(['Shall I?']);
  });

  test('shown again, it is asked again in full', () => {
    const talk = asked().says('person', { command: 'person' }).picks('Not now');
    expect(talk.said).toEqual(['May they read it?']);
    expect(talk.labels).toEqual(['Yes, they can', 'No']);
  });

  test('it holds for that step alone', () => {
    const talk = asked().says('hm').picks('Something else').says('well then');
    expect(talk.said).toEqual(['I have kept that.']);
    expect(talk.state.unclear).toBeNull();
  });
});

test('a handoff says whether peers may read what is passed on', () => {
  expect(asked().picks('Yes, they can').events.at(-1)).toEqual({ type: 'handoff', peers: true });
  const plain = new Talk(library).says('', { command: 'person' }).picks('Yes');
  expect(plain.events.at(-1)).toEqual({ type: 'handoff', peers: false });
});
