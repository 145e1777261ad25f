import type { Store } from '../../store/contract';
import { bodiesContract } from './contract/bodies';
import { deskContract } from './contract/desk';
import { expireContract, forgetContract } from './contract/forgetting';
import type { Kept } from './contract/given';
import { hintContract } from './contract/hints';
import { inboxContract } from './contract/inbox';
import { outboxContract, timerContract, watchContract } from './contract/outbox';
import { recordsContract } from './contract/records';
import { commitContract, leaseContract } from './contract/turns';
import { walkContract } from './contract/walk';

export interface Opened {
  store: Store;
  /** Closes the store and opens another one on the same data. */
  reopen(): Promise<Store>;
  /** Closes whichever store is open and removes its data. */
  cleanup(): Promise<void>;
}

/** The suite every store must pass. `open` gives a store with nothing in it. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.cleanup());

    const kept: Kept = {
      get store() {
        return store;
      },
      async reopen() {
        store = await opened.reopen();
        return store;
      },
    };
    describe('inbox', () => inboxContract(kept));
    describe('lease', () => leaseContract(kept));
    describe('commit', () => commitContract(kept));
    describe('outbox', () => outboxContract(kept));
    describe('timers', () => timerContract(kept));
    describe('watch', () => watchContract(kept));
    describe('hints', () => hintContract(kept));
    describe('desk', () => deskContract(kept));
    describe('records', () => recordsContract(kept));
    describe('forget', () => forgetContract(kept));
    describe('expire', () => expireContract(kept));
    describe('conversations', () => walkContract(kept));
    describe('bodies', () => bodiesContract(kept));

    test('it says that it can serve, and throws when it cannot', async () => {
      await kept.store.ping();
      await kept.store.close();
      await expect(kept.store.ping()).rejects.toMatchObject({ code: 'unavailable' });
      await expect(kept.store.load('ann')).rejects.toMatchObject({ code: 'unavailable' });
      await kept.store.close();
    });
  });
}
