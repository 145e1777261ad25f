import { readTerms } from '../../../directory/feeds/terms';

const inAttributes = (taxonomy_term: unknown) => ({ attributes: [{ taxonomy_term }] });

test.each<[string, unknown, string[]]>([
  ['its address', { name: 'It', term_uri: 'HTTPS://id.esd.org.uk/service/298/' }, ['id.esd.org.uk/service/298']],
  ['its number in the list that it names', { id: 15, taxonomy: 'DfE Family Hubs' }, ['dfe family hubs:15']],
  [
    'its code and its number in a list that is told in full',
    { id: 'a1', code: 'BD-500', taxonomy_detail: { name: 'Elm List' } },
    ['elm list:bd-500', 'elm list:a1'],
  ],
  ['a number with its list before it', { id: 'esdServiceType:242', name: 'Care' }, ['esdservicetype:242']],
  [
    'an address for an id, in a list (UK 1)',
    { id: 'http://id.esd.org.uk/service/833', vocabulary: 'esdServiceTypes' },
    ['id.esd.org.uk/service/833'],
  ],
  ['no number of a list that is not named', { id: '15', code: '7', name: 'It' }, []],
  ['nothing that is no text', { id: {}, term_uri: ['x'], taxonomy: 5, name: 'It' }, []],
])('the codes of a term: %s', (_, term, codes) => {
  expect(readTerms(inAttributes(term)).flatMap((each) => each.codes)).toEqual(codes);
});

test('a term without a name is kept for its code, one without both is not', () => {
  expect(readTerms(inAttributes({ term_uri: 'https://example.org/debt' }))).toEqual([
    { name: '', codes: ['example.org/debt'] },
  ]);
  expect(readTerms(inAttributes({ description: 'Debt' }))).toEqual([]);
});

test('a term that stands twice is one, and one of another list with the same name is another', () => {
  const debt = { taxonomy_term: { id: '1', name: 'Debt', taxonomy: 'Elm' } };
  const other = { taxonomy_term: { id: '1', name: 'Debt', taxonomy: 'Oak' } };
  expect(readTerms({ attributes: [debt, debt, other] })).toEqual([
    { name: 'Debt', codes: ['elm:1'] },
    { name: 'Debt', codes: ['oak:1'] },
  ]);
});
