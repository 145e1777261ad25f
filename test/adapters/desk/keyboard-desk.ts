import type { Browser } from 'playwright-core';
import { type Someone, someone } from './fakes';
import { openAs } from './keys';
import { openWorld, words } from './world';

/** Whoever is open is called this, and so are the rows of those with me and of those who wait. */
export const TITLE = /^Asked at \d\d:\d\d$/;
export const ROW = /^Asked at \d\d:\d\dWeb chat$/;
export const WAITS = /Web chat · Waiting/;
export const { label: BOX } = words.reply;

export type KeyboardDesk = Awaited<ReturnType<typeof openKeyboardDesk>>;

/** The desk as Sam has it, without a mouse. Kim works there too. */
export async function openKeyboardDesk(browser: Browser) {
  const world = await openWorld([]);
  const [sam, kim] = [await world.addWorker('Sam'), await world.addWorker('Kim')];
  const sams = await openAs(browser, world, 'Sam', 'worker', { permissions: ['notifications'] });
  const desk = {
    ...{ world, sam, kim },
    /** What is used now: Sam's page, which stays open, or somebody else's. */
    keys: sams,
    /** Somebody new each time: nothing is left of who was there before. */
    jo: 'jo',

    of: (id: string): Someone => world.desk.people.get(id) ?? someone('nobody', 0),
    last: (id: string) => desk.of(id).entries.at(-1),
    boxHolds: (): Promise<string> => desk.keys.page.getByLabel(BOX).inputValue(),

    /** Somebody asks for a person, and is in the list. */
    async comes(id: string, more: Partial<Someone> = {}): Promise<void> {
      world.desk.people.set(id, someone(id, Date.now(), more));
      world.desk.hear(id, 'hello');
      await desk.keys.page.locator(`[data-id="${id}"]`).waitFor();
    },

    /** Somebody whom Sam has comes, and is opened. */
    async opens(id: string, more: Partial<Someone> = {}): Promise<void> {
      await desk.comes(id, { owner: 'worker', worker: sam, ...more });
      await desk.keys.use(ROW);
      await desk.keys.at(TITLE);
    },

    /** Somebody is gone, and the list knows. */
    async gone(id: string): Promise<void> {
      world.desk.hear(id, 'goodbye');
      world.desk.people.delete(id);
      await desk.keys.page.locator(`[data-id="${id}"]`).waitFor({ state: 'detached' });
    },

    begin(): void {
      world.desk.people.clear();
      desk.jo += '+';
      desk.keys = sams;
      sams.posted.clear();
    },
    async leave(): Promise<void> {
      expect(desk.keys.troubles).toEqual([]);
      if (desk.keys !== sams) await desk.keys.close();
    },
  };
  return desk;
}
