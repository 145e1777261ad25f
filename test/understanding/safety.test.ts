import { checkSafetyExamples, createUnderstanding } from '../../understanding';
import { DANGERS, type Danger } from '../../understanding/types';
import { understanding, words } from './english';

const safety = async (text: string) => (await understanding.read(text)).safety;

test('every example beside the patterns holds', () => expect(checkSafetyExamples(words)).toEqual([]));

test('an example that does not hold is named, with what was expected', () => {
  const group = {
    kind: 'medical' as const,
    also: [],
    tier: 'now' as const,
    'softened-by': ['lol'],
    patterns: ['collapsed'],
  };
  const broken = checkSafetyExamples({
    ...words,
    safety: {
      ...words.safety,
      groups: [
        { ...group, must: ['nan collapsed', 'all is well', 'i collapsed lol'], 'must-not': ['a tent collapsed'] },
      ],
    },
  });
  expect(broken).toEqual([
    { kind: 'medical', pattern: 'collapsed', example: 'all is well', expected: 'now medical' },
    { kind: 'medical', pattern: 'collapsed', example: 'i collapsed lol', expected: 'now medical' },
    {
      kind: 'medical',
      pattern: 'collapsed',
      example: 'a tent collapsed',
      expected: 'not now medical by these patterns',
    },
  ]);
});

test('every kind has patterns for both tiers that interrupt and ask, and each group shows what it must catch', () => {
  const { groups } = words.safety;
  for (const kind of DANGERS)
    expect(groups.filter((group) => group.kind === kind && group.tier === 'now')).not.toHaveLength(0);
  expect(groups.flatMap((group) => group.patterns).length).toBeGreaterThan(300);
});

test.each<[string, Danger]>([
  ['want 2 die', 'suicide'],
  ['took 30 paracetamol an hour ago', 'medical'],
  ['999', 'danger'],
  ['unalive', 'suicide'],
  ['a man online wants to meet me im 12', 'child'],
  ['nan has collapsed', 'medical'],
  ['hes here now what do i do', 'danger'],
  ['im not suicidal but i dont want to be here', 'suicide'],
  ['I WANT TO D1E', 'suicide'],
  ['i want to k*ll myself', 'suicide'],
  ['gonna kms tonite', 'suicide'],
  ['\ud83d\udc8a\ud83d\udc8a\ud83d\udc8a goodbye', 'suicide'],
  ['ive swallowed loads of my nans tablets', 'suicide'],
  ['my sister told me she wants to end her life', 'suicide'],
  ['I keep cutting my arms', 'self-harm'],
  ['my partner punched me again last night', 'abuse'],
  ['my parents are forcing me to marry a man in pakistan', 'abuse'],
  ['my uncle keeps touching my little sister in a bad way', 'child'],
  ['someone is trying to break in', 'danger'],
  ['my baby has stopped breathing', 'medical'],
  ['I am scared I will hurt my baby', 'child'],
  ['i swear i am going to stab him', 'harm-to-others'],
])('"%s" is seen at once (%s)', async (text, kind) => {
  expect((await safety(text)).tier).toBe('now');
  expect((await safety(text)).kinds).toContain(kind);
});

test.each([
  'so much homework I want to kill myself',
  'i could kill him for leaving his socks everywhere lol',
  'i dont know how i can carry on like this',
  'whats the point',
  'im scared of what i might do',
  'i feel like a burden to everyone',
])('"%s" is asked about gently', async (text) => expect((await safety(text)).tier).toBe('check'));

test('a joke beside plain words does not hide them', async () => {
  expect((await safety('so much homework lol. i really do want to kill myself')).tier).toBe('now');
  expect((await safety('not being funny but ive taken an overdose')).tier).toBe('now');
});

test.each([
  'im dying for a cuppa',
  'my phone is about to die',
  'you killed it at karaoke, smashed it',
  'my nan died last year and i miss her',
  'the rent is killing me',
  'can you shoot me an email',
  'my daughter is 14 and being bullied',
  'i took two paracetamol for my headache',
  'i want to end my contract with the gas company',
  'im going to hang out with my mates',
  'hes doing my head in',
  'we missed the bus',
  'i would kill for a takeaway right now',
  'hello',
  '',
])('"%s" is not about danger', async (text) => expect(await safety(text)).toEqual({ tier: 'none', kinds: [] }));

test('several kinds in one message are all told', async () => {
  const { tier, kinds } = await safety('my husband hits me. i want to die');
  expect(tier).toBe('now');
  expect(kinds).toEqual(expect.arrayContaining(['suicide', 'abuse']));
});

test('a pattern that cannot be read stops the start, by name', () => {
  const [group] = words.safety.groups;
  const broken = {
    ...words,
    safety: {
      ...words.safety,
      groups: [{ ...(group as (typeof words.safety.groups)[number]), patterns: ['(die'] }],
    },
  };
  expect(() => createUnderstanding(broken)).toThrow(/pattern "\(die"/);
});
