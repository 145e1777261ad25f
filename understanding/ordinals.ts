import { onlyOne, type Picker } from './reply';
import type { Room } from './room';

/** Picks by place: "2", "number two", "the last one", and with two options "not the first one". */
export function createOrdinals(room: Room): Picker {
  const { replies } = room.words;
  const flat = (phrases: string[]) => new Set(phrases.flatMap(room.plain));
  const filler = flat(replies.filler);
  const pick = flat(replies.pick);
  const negation = flat(replies.negation);
  const ordinals = new Map(Object.entries(replies.ordinals));
  const numbers = new Map(Object.entries(replies.numbers));

  const place = (words: string[], count: number): number | null => {
    const said = words.join(' ');
    const ordinal = ordinals.get(said.replace(/ one$/, ''));
    if (ordinal !== undefined) return ordinal > 0 ? ordinal - 1 : count + ordinal;
    const number = /^\d{1,2}$/.test(said) ? Number(said) : numbers.get(said.replace(/ one$/, ''));
    return number === undefined ? null : number - 1;
  };
  const core = (words: string[]) => {
    const from = words.findIndex((word) => !pick.has(word) && !filler.has(word));
    const to = words.findLastIndex((word) => !filler.has(word));
    return from === -1 ? [] : words.slice(from, to + 1);
  };

  return (reply, options) => {
    if (reply.length > 8) return null;
    const straight = place(core(reply), options.length);
    if (straight !== null) return options[straight] ? straight : null;
    const [first, ...rest] = reply;
    if (options.length !== 2 || first === undefined || !negation.has(first)) return null;
    const refused = place(core(rest), 2);
    return refused !== null && options[refused] ? onlyOne(options, (_, index) => index !== refused) : null;
  };
}
