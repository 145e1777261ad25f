import { openSqliteStore } from '../../store/sqlite/store';
import { count, inbound, message, said, turn } from './contract/given';

/**
 * Run by the tests in a process of its own: begins one conversation after another in the file given,
 * printing the id of each once it is committed, until the disk is full or it is killed. Then it prints the error's code.
 */
async function main(file: string): Promise<void> {
  const store = openSqliteStore(file);
  const padding = 'x'.repeat(2000);
  for (const n of count(100_000)) {
    const id = `c${n}`;
    const parts = { arrived: [inbound(id, { conversation: id })], transcript: [said('"one"'), said(padding)] };
    await turn(store, { ...parts, outbox: [message(id)] }, id);
    console.log(id);
  }
}

main(process.argv[2] ?? '').catch((error) => console.log(error.code));
