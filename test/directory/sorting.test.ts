import { readService } from '../../directory/feeds/service';
import { createSorter } from '../../directory/sorting';
import type { Term } from '../../directory/types';
import { directoryWordsSchema } from '../../directory/words';
import { TOPICS } from '../../understanding/types';
import { talk } from '../bots/world';
import { DAYS, listing } from './listing';

const topics = {
  ...Object.fromEntries(TOPICS.map((topic) => [topic, {}])),
  money: { codes: ['https://id.esd.org.uk/service/298/', 'DfE Family Hubs:15'], terms: ['debt'], words: ['bills'] },
  food: { terms: ['debt and food', 'hardship'] },
};
const words = directoryWordsSchema.parse({ topics, kinds: { community: {}, peer: { codes: ['elm:7'] } }, days: DAYS });
const sort = createSorter(words);
const term = (name: string, ...codes: string[]): Term => ({ name, codes });
const topicsOf = (...terms: Term[]) => sort(listing('It'), terms).topics;

test.each<[string, Term]>([
  ['its address', term('Whatever it is called', 'id.esd.org.uk/service/298')],
  ['its number in a list', term('', 'dfe family hubs:15')],
  ['its name', term('Debt')],
])('a term is known by %s', (_, known) => expect(topicsOf(known)).toEqual(['money']));

test('what a term is called does not count where its code is known', () => {
  expect(topicsOf(term('Hardship', 'dfe family hubs:15'))).toEqual(['money']);
  expect(topicsOf(term('Hardship', 'dfe family hubs:99'))).toEqual(['food']);
});

test('what is told by a code comes before what is told by a name', () => {
  expect(topicsOf(term('Hardship'), term('', 'dfe family hubs:15'))).toEqual(['money', 'food']);
});

test('who runs it is told by a code too', () => {
  expect(sort(listing('It'), [term('', 'elm:7')]).kind).toBe('peer');
});

test('the list that family hubs use is known by its numbers, in whatever words it is written', () => {
  const sorter = createSorter(talk.near.words);
  const service = (id: string) => ({
    id: 's1',
    name: 'It',
    attributes: [{ taxonomy_term: { id, name: 'Cyngor', taxonomy: 'DfE Family Hubs' } }],
  });
  const sorted = (id: string) => {
    const { listing, terms } = readService(service(id), 'feed', '2026-06-01');
    return listing && sorter(listing, terms).topics;
  };
  expect(sorted('15')).toEqual(['money']);
  expect(sorted('16')).toEqual(['abuse']);
  const all = Array.from({ length: 49 }, (_, n) => sorted(String(n + 1)));
  expect(all.filter((topics) => topics?.length === 0)).toEqual([]);
});
