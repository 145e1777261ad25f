import { step } from '../../dialogs/step';
import type { Library, Message, State } from '../../dialogs/types';
import type { Reply } from '../../understanding/types';
import { type ChoiceName, choiceName } from '../choices';

/** What is answered to any question: it is about nothing, so that it leads nowhere else. */
export const ANSWER = 'it has been like this for a while';
/** Leads on from where nothing is offered. */
export const AGAIN = 'start again';
/** As far as is looked before somebody begins anew. */
const MOST_STATES = 4_000;

/**
 * What to say on the shortest way from here to a choice that nobody has picked yet; null where none is to be reached.
 * Pure: it tries the conversation engine alone, so what only the rest of Natter knows has to be in `state`.
 */
export function wayToNew(
  library: Library,
  state: State,
  picked: ReadonlySet<ChoiceName>,
  now: number,
): string[] | null {
  const seen = new Set<string>();
  const open: { state: State; said: string[] }[] = [{ state, said: [] }];
  for (let at = 0; at < open.length && seen.size < MOST_STATES; at += 1) {
    const here = open[at];
    if (!here || seen.has(keyOf(here.state))) continue;
    seen.add(keyOf(here.state));
    const { offered, asked } = here.state;
    const fresh = offered.findIndex((_, index) => isNew(choiceName(here.state, index), picked));
    const label = offered[fresh]?.label;
    if (label !== undefined) return [...here.said, label];
    const go = (said: string, reply: Partial<Reply>) => {
      const next = step(library, here.state, says(said, reply), now).state;
      open.push({ state: next, said: [...here.said, said] });
    };
    if (asked) go(ANSWER, {});
    for (const [index, choice] of offered.entries()) go(choice.label, { choice: index });
    if (!asked) go(AGAIN, { command: 'start-again' });
  }
  return null;
}

const isNew = (name: ChoiceName | null, picked: ReadonlySet<ChoiceName>) => name !== null && !picked.has(name);

/** Where two states are the same in this, the same is offered from there on, or nearly. */
const keyOf = ({ at, young, about, short, offered, asked }: State) =>
  JSON.stringify([at, young, about, short, offered.map(({ label }) => label), asked?.as]);

function says(text: string, reply: Partial<Reply>): Message {
  const safety = { tier: 'none' as const, kinds: [] };
  return {
    text,
    reading: { topics: [], safety, about: 'unknown', young: null, language: 'en' },
    reply: { choice: null, command: null, ...reply },
  };
}
