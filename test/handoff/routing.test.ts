import fc from 'fast-check';
import { isTheirs, type Known, type Routed, type There, teamFor, whoIsThere } from '../../handoff/routing';
import type { Worker } from '../../handoff/types';

const all = ['money', 'housing', 'feelings', 'school'];
const team = (id: string, more: Partial<Routed> = {}): Routed => ({
  ...{ id, name: `${id} Team`, topics: all, young: false, languages: [] },
  ...more,
});
const families = team('families', { young: true, languages: ['pl'] });
const money = team('money', { topics: ['money', 'housing'] });
const young = team('young', { topics: ['feelings', 'school'], young: 'only' });
const teams = [families, money, young];
const someone = (more: Partial<Known> = {}): Known => ({ topics: [], young: false, language: 'en', ...more });
const idFor = (known: Known, of: Routed[] = teams) => teamFor(of, known)?.id;

describe('which team', () => {
  test('the first that takes up what they talked about, and the first of all where no other does', () => {
    expect(idFor(someone({ topics: ['money'] }))).toBe('money');
    expect(idFor(someone({ topics: ['housing', 'money'] }))).toBe('money');
    expect(idFor(someone({ topics: ['grief'] }))).toBe('families');
    expect(idFor(someone())).toBe('families');
  });

  test('a team that takes up half of it would leave the other half unsaid', () => {
    expect(idFor(someone({ topics: ['money', 'feelings'] }))).toBe('families');
  });

  test('a child goes to those who talk with children, and a grown-up to nobody who talks with children alone', () => {
    expect(idFor(someone({ topics: ['feelings'], young: true }))).toBe('young');
    expect(idFor(someone({ topics: ['feelings'] }))).toBe('families');
    expect(idFor(someone({ topics: ['money'], young: true }))).toBe('families');
  });

  test('whoever speaks their language comes before whoever knows their topic', () => {
    expect(idFor(someone({ topics: ['money'], language: 'pl' }))).toBe('families');
    expect(idFor(someone({ topics: ['money'], language: 'so' }))).toBe('money');
    const polish = team('polish', { languages: ['pl'], topics: ['school'] });
    expect(idFor(someone({ topics: ['money'], language: 'pl' }), [money, polish])).toBe('polish');
  });

  test('a language does not send a child to a team for grown-ups', () => {
    const polish = team('polish', { languages: ['pl'] });
    expect(idFor(someone({ young: true, language: 'pl' }), [polish, young])).toBe('young');
  });

  test('a team they asked for comes before one that knows their topic, and one they would rather not is left out', () => {
    const wish = (from: string[], not: string[]) => ({ from, not, peer: false });
    expect(idFor(someone({ topics: ['money'], wish: wish(['families'], []) }))).toBe('families');
    expect(idFor(someone({ topics: ['grief'], wish: wish([], ['families']) }))).toBe('money');
    expect(idFor(someone({ wish: wish(['families'], ['families']) }))).toBe('money');
    expect(idFor(someone({ wish: wish([], ['families', 'money', 'young']) }))).toBe('families');
    expect(idFor(someone({ young: true, wish: wish(['money'], []) }))).toBe('families');
  });

  test('there is always one of them, whatever is known', () => {
    const anyTeam = fc.record({
      id: fc.string(),
      name: fc.string(),
      topics: fc.subarray(all),
      young: fc.constantFrom(true, false, 'only' as const),
      languages: fc.subarray(['pl', 'ur']),
    });
    const known = fc.record({
      topics: fc.subarray([...all, 'constructor']),
      young: fc.boolean(),
      language: fc.constantFrom('en', 'pl', '__proto__'),
    });
    fc.assert(
      fc.property(fc.array(anyTeam, { minLength: 1 }), known, (some, of) => {
        expect(some).toContain(teamFor(some, of));
      }),
    );
  });
});

describe('whose turn it is to take them up', () => {
  const waits = { team: { id: 'money', name: 'Money Team' }, urgent: false };
  const present = (...of: string[]): There => ({ teams: new Set(of), peers: false });
  const there = present('money', 'families');
  const role = 'worker' as const;

  test('their own team', () => {
    expect(isTheirs(waits, { role, teams: ['money'] }, there)).toBe(true);
    expect(isTheirs(waits, { role, teams: ['families'] }, there)).toBe(false);
  });

  test('whoever is in no team takes up anybody', () => {
    expect(isTheirs(waits, { role }, there)).toBe(true);
    expect(isTheirs(waits, { role, teams: [] }, there)).toBe(true);
  });

  test('somebody of whose team nobody is there is for all, and so is danger, and whoever was left', () => {
    expect(isTheirs(waits, { role, teams: ['families'] }, present('families'))).toBe(true);
    expect(isTheirs({ ...waits, urgent: true }, { role, teams: ['families'] }, there)).toBe(true);
    expect(isTheirs({ ...waits, leftBy: 'Sam' }, { role, teams: ['families'] }, there)).toBe(true);
  });

  test('who would rather talk with somebody who has been through it waits for one, while one is there', () => {
    const rather = { ...waits, ratherPeer: true as const };
    expect(isTheirs(rather, { role: 'peer' }, { ...there, peers: true })).toBe(true);
    expect(isTheirs(rather, { role, teams: ['money'] }, { ...there, peers: true })).toBe(false);
    expect(isTheirs(rather, { role, teams: ['money'] }, there)).toBe(true);
  });

  test('a team is there when one of them is', () => {
    const worker = (id: string, ...of: string[]): Worker => ({
      ...{ id, name: id, email: '', role: 'worker' },
      teams: of,
    });
    const workers = [worker('sam', 'money', 'families'), worker('kim', 'young')];
    expect(whoIsThere(workers, new Set(['sam']))).toEqual({ teams: new Set(['money', 'families']), peers: false });
    expect(whoIsThere(workers, new Set())).toEqual({ teams: new Set(), peers: false });
  });
});
