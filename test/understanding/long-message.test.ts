import { understanding } from './english';

const DAY =
  'We moved here in March and I like the street well enough. The bus is late most days and the shop shuts at six. My sister came on Sunday and we had a roast. ';

test('a message of 400 words whose last sentence is the danger is answered at once', async () => {
  const words = DAY.repeat(14).split(' ').slice(0, 395).join(' ');
  const { safety } = await understanding.read(`${words}. I have taken all my tablets.`);
  expect(safety).toMatchObject({ tier: 'now', kinds: expect.arrayContaining(['medical']) });
});
