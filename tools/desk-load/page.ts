import type { DeskView } from '../../handoff/types';
import { pause } from '../../test/store/contract/given';
import { LIST_MS } from '../../web/desk/pace';
import type { DeskClient } from './desk';

/** How long a page lets wake-ups come in before it looks: at whoever is open, and at the list. */
export interface Pace {
  openMs: number;
  listMs: number;
}

export const AS_THE_PAGE: Pace = { openMs: 0, listMs: LIST_MS };

/**
 * A worker's open page, without a screen: woken up, it looks at the list and at whoever is open. This one turns to whoever of
 * theirs wrote, so every person of theirs counts as open.
 * @param seen is given each look at a person.
 */
export async function openPage(
  desk: DeskClient,
  mine: ReadonlySet<string>,
  seen: (view: DeskView) => void,
  { openMs, listMs }: Pace = AS_THE_PAGE,
) {
  const looking = new Set<string>();
  const again = new Set<string>();
  let listedAt = 0;
  let timer: NodeJS.Timeout | null = null;

  async function look(id: string): Promise<void> {
    if (looking.has(id)) return void again.add(id);
    looking.add(id);
    try {
      await pause(openMs);
      do {
        again.delete(id);
        const view = await desk.view(id).catch(() => null);
        if (view) seen(view);
      } while (again.has(id));
    } finally {
      looking.delete(id);
    }
  }
  function list(): void {
    timer = null;
    listedAt = performance.now();
    void desk.weigh('/waiting').catch(() => undefined);
  }
  const hush = await desk.listen((id) => {
    if (id !== null && mine.has(id)) void look(id);
    timer ??= setTimeout(list, Math.max(0, listedAt + listMs - performance.now()));
  });
  return () => {
    if (timer) clearTimeout(timer);
    hush();
  };
}
