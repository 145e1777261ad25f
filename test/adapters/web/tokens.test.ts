import { createTokens } from '../../../adapters/web/tokens';

const NOW = Date.parse('2026-06-16T09:00:00Z');
const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

test('a new secret ends nobody’s chat while the older one is still known', async () => {
  const token = await createTokens([old], () => NOW).issue('chat', 'c');
  await expect(createTokens([fresh, old], () => NOW).open('chat', token)).resolves.toBe('c');
  await expect(createTokens([fresh], () => NOW).open('chat', token)).rejects.toMatchObject({ code: 'BadToken' });
});

test('an expired token of an older secret is expired, not unknown', async () => {
  const token = await createTokens([old], () => NOW).issue('chat', 'c');
  const later = createTokens([fresh, old], () => NOW + 31 * 60_000);
  await expect(later.open('chat', token)).rejects.toMatchObject({ code: 'TokenExpired' });
});

test('a token for one purpose opens nothing else', async () => {
  const tokens = createTokens([fresh, old], () => NOW);
  await expect(tokens.open('chat', await tokens.issue('resume', 'c'))).rejects.toMatchObject({ code: 'BadToken' });
});
