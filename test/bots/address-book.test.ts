import { createAddressBook } from '../../bots/address-book';
import { openSqliteStore } from '../../store/sqlite/store';

const PHONE = '447700900001';
const open = () => {
  const store = openSqliteStore(':memory:');
  return createAddressBook(store.records, () => 0);
};

test('whoever was known by number alone is the same person when an id comes along', async () => {
  const book = open();
  const before = await book.conversationOf('whatsapp', 'ours', [PHONE]);
  expect(await book.conversationOf('whatsapp', 'ours', ['GB.1', PHONE])).toBe(before);
  expect(await book.conversationOf('whatsapp', 'ours', ['GB.1'])).toBe(before);
});

test('whoever has a new number is the same person there', async () => {
  const book = open();
  const before = await book.conversationOf('whatsapp', 'ours', ['GB.1', PHONE]);
  await book.conversationOf('whatsapp', 'ours', [PHONE, '447700900009']);
  expect(await book.conversationOf('whatsapp', 'ours', ['GB.1', '447700900009'])).toBe(before);
  expect(await book.conversationOf('whatsapp', 'ours', ['447700900009'])).toBe(before);
});

test('whoever has got a number that was somebody else’s before is somebody else', async () => {
  const book = open();
  const before = await book.conversationOf('whatsapp', 'ours', ['GB.1', PHONE]);
  const after = await book.conversationOf('whatsapp', 'ours', ['GB.2', PHONE]);
  expect(after).not.toBe(before);
  expect(await book.conversationOf('whatsapp', 'ours', [PHONE])).toBe(after);
  expect(await book.conversationOf('whatsapp', 'ours', ['GB.1'])).toBe(before);
});

test('other people, other numbers of ours and other channels are other conversations, and no number can be read from one', async () => {
  const book = open();
  const all = await Promise.all([
    book.conversationOf('whatsapp', 'ours', [PHONE]),
    book.conversationOf('whatsapp', 'ours', ['447700900002']),
    book.conversationOf('whatsapp', 'other', [PHONE]),
    book.conversationOf('sms', 'ours', [PHONE]),
  ]);
  expect(new Set(all).size).toBe(4);
  expect(all.join()).not.toContain('7700900');
});
