import { z } from 'zod';
import { ABOUT } from '../../understanding/types';
import { defineBlock } from './block';

const flag = z.literal('').transform(() => true);

/** `::who{young}`, `::who{adult}`, `::who{about="friend"}`: what they said of themselves by coming here holds from now on. */
export default defineBlock({
  type: 'who',
  attributes: z
    .strictObject({ young: flag.optional(), adult: flag.optional(), about: z.enum(ABOUT).optional() })
    .refine((given) => Object.keys(given).length === 1, 'needs one of young, adult and about="..."'),
  parse: ({ line, attributes: { about, young } }) => ({
    line,
    type: 'who',
    who: about === undefined ? { young: young === true } : { about },
  }),
  run: ({ who }, turn) => void Object.assign(turn.state, who),
});
