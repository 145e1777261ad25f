import { buildLibrary } from '../../dialogs/library';
import { changed, standing } from '../../dialogs/standing';
import { blankState, step } from '../../dialogs/step';
import { translate } from '../../dialogs/translation';
import type { Event, State } from '../../dialogs/types';

const flow = (name: string, text: string) => ({
  path: `en/flows/${name}.md`,
  text: `---\ntitle: ${name}\n---\n\n${text}`,
});
const START = '# Start\n\nWhat is it?\n\n- [Bills](#bills)\n- [Food](#food)\n- [More](#more)\n';
const BILLS = '# Bills\n\nBills are hard.\n\n- [Go on](#food)\n- [Back](#start)\n';
const FOOD =
  '# Food\n\n:::when{answered="money/start" is="Bills"}\nFirst bills.\n:::\n\nFood is near.\n\n- [On](#more)\n- [Back](#start)\n';
const MORE = '# More\n\n::phrase{id="kept"}\n\n- [Back](#start)\n';
const english = [
  flow('money', `${START}\n${BILLS}\n${FOOD}\n${MORE}`),
  flow('start', '# Hello\n\n::go{to="money.md"}\n'),
];
const phrases = [{ path: 'en/phrases.md', text: '# Kept\n\nKept.\n\n# In English\n\nThe next part is in English.\n' }];
const { library } = buildLibrary('en', { flows: english, phrases, values: {} });

const of = new Set([...english, ...phrases].map(({ path }) => path));
const inWelsh = (flows: string, own = '# In English\n\nYn Saesneg.\n') =>
  translate('cy', library, [
    {
      flows: flows ? [{ path: 'cy/flows/money.md', text: flows }] : [],
      phrases: [{ path: 'cy/phrases.md', text: own }],
      of,
    },
  ]);
const CY_START = '# Start\n\nBeth ydyw?\n\n- [Biliau](#bills)\n- [Bwyd](#food)\n- [Mwy](#more)\n';
const CY_FOOD =
  '# Food\n\n:::when{answered="money/start" is="Bills"}\nBiliau gyntaf.\n:::\n\nMae bwyd.\n\n- [Ymlaen](#more)\n- [Yn ôl](#start)\n';

const texts = (events: Event[]) => events.flatMap((event) => (event.type === 'say' ? [event.text] : []));
const labels = ({ offered }: State) => offered.map(({ label }) => label);

/** Picks one choice after the other; gives what was said each time. */
function walk(spoken: typeof library, picks: number[]): string[][] {
  let { state, events } = step(spoken, blankState(), null, 0);
  const said = [texts(events)];
  for (const choice of picks) {
    const reading = {
      topics: [],
      safety: { tier: 'none' as const, kinds: [] },
      about: 'unknown' as const,
      young: null,
      language: 'en',
    };
    const message = { text: labels(state)[choice] ?? '', reading, reply: { choice, command: null } };
    ({ state, events } = step(spoken, JSON.parse(JSON.stringify(state)) as State, message, 0));
    said.push(texts(events));
  }
  return said;
}

test('each step, phrase and title that is translated takes the place of the English', () => {
  const { library: welsh, faults } = inWelsh(`---\ntitle: Arian\n---\n\n${CY_START}`);
  expect(faults).toEqual([]);
  expect(welsh.flows.money?.title).toBe('Arian');
  expect(welsh.flows.start?.title).toBe('start');
  expect(welsh.flows.money?.steps.map(({ id, borrowed }) => [id, borrowed])).toEqual([
    ['start', undefined],
    ['bills', true],
    ['food', true],
    ['more', true],
  ]);
});

test('English is announced once, and again after a translated step', () => {
  const { library: welsh } = inWelsh(CY_START);
  // Bills, food, back at the start, bills.
  expect(walk(welsh, [0, 0, 1, 0])).toEqual([
    ['Beth ydyw?'],
    ['Yn Saesneg.', 'Bills are hard.'],
    ['First bills.', 'Food is near.'],
    ['Beth ydyw?'],
    ['Yn Saesneg.', 'Bills are hard.'],
  ]);
});

test('a phrase that is not translated is announced too', () => {
  const { library: welsh } = inWelsh(`${CY_START}\n# More\n\n::phrase{id="kept"}\n\n- [Yn ôl](#start)\n`);
  expect(walk(welsh, [2]).at(-1)).toEqual(['Yn Saesneg.', 'Kept.']);
});

test('nothing is announced in English itself', () => {
  expect(walk(library, [0]).flat()).toEqual(['What is it?', 'Bills are hard.']);
});

test('what was picked is remembered in English: conditions hold in every language', () => {
  const { library: welsh, faults } = inWelsh(`${CY_START}\n${CY_FOOD}`);
  expect(faults).toEqual([]);
  expect(walk(welsh, [0, 0]).at(-1)).toEqual(['Biliau gyntaf.', 'Mae bwyd.']);
  expect(walk(welsh, [1]).at(-1)).toEqual(['Mae bwyd.']);
});

test("a place's own English step is not covered by the translation of the one all share", () => {
  const own = {
    path: 'places/x/en/flows/money.md',
    text: `---\ntitle: money\n---\n\n${BILLS.replace('hard', 'local')}`,
  };
  const there = buildLibrary('en', { flows: [...english, own], phrases, values: {} }).library;
  const flows = [{ path: 'cy/flows/money.md', text: '# Bills\n\nBiliau.\n\n- [A](#food)\n- [B](#start)\n' }];
  const welsh = translate('cy', there, [{ flows, phrases: [], of }]).library;
  expect(welsh.flows.money?.steps.find(({ id }) => id === 'bills')).toMatchObject({ borrowed: true, file: own.path });
});

describe('faults', () => {
  test.each([
    ['a choice is missing', '# Bills\n\nBiliau.\n\n- [A](#food)\n', '"money#bills" has no choice to money.md#start'],
    [
      'a choice leads elsewhere',
      '# Bills\n\nBiliau.\n\n- [A](#food)\n- [B](#more)\n',
      '"money#bills" has no choice to money.md#start',
    ],
    [
      'the choices are in another order',
      '# Bills\n\nBiliau.\n\n- [B](#start)\n- [A](#food)\n',
      '"money#bills" has its parts in another order',
    ],
    ['words are missing', '# Bills\n\n- [A](#food)\n- [B](#start)\n', '"money#bills" has no words to read'],
    [
      'a condition is another',
      CY_FOOD.replace('"Bills"', '"Biliau"'),
      '"money#food" has no :::when{answered="money/start" is="Bills"}',
    ],
    ['a directive is missing', '# More\n\nMwy.\n\n- [B](#start)\n', '"money#more" has no ::phrase{id="kept"}'],
    ['there is no such step', '# Dyled\n\nDyled.\n\n- [B](#start)\n', 'there is no step "money#dyled" in English'],
  ])('%s', (_name, text, what) => {
    const { faults } = inWelsh(text);
    expect(faults[0]).toMatchObject({ file: 'cy/flows/money.md', rule: 'translation', what });
    expect(faults[0]?.mend).not.toBe('');
  });

  test('there is no such phrase', () => {
    expect(inWelsh('', '# Cadw\n\nWedi cadw.\n').faults[0]?.what).toBe('there is no phrase "cadw" in English');
  });
});

describe('standing', () => {
  const own = [{ path: 'cy/flows/money.md', text: `${CY_START}\n# Bills\n\nBiliau.\n\n- [A](#food)\n- [B](#start)\n` }];
  const from = {
    'money#start': START.replace('# Start\n\n', ''),
    'money#bills': 'Bills are easy.\n\n- [Go on](#food)\n- [Back](#start)',
  };
  const parts = standing(english, own, from);

  test('each part is missing, outdated or up to date', () => {
    expect(parts.map(({ name, is, file, line }) => [name, is, `${file}:${line}`])).toEqual([
      ['money#start', 'up to date', 'cy/flows/money.md:1'],
      ['money#bills', 'outdated', 'cy/flows/money.md:9'],
      ['money#food', 'missing', 'en/flows/money.md:20'],
      ['money#more', 'missing', 'en/flows/money.md:31'],
      ['start#hello', 'missing', 'en/flows/start.md:5'],
    ]);
  });

  test('what changed since is told', () => {
    const outdated = parts.find(({ is }) => is === 'outdated');
    expect(outdated && changed(outdated)).toEqual({ before: ['Bills are easy.'], now: ['Bills are hard.'] });
  });
});
