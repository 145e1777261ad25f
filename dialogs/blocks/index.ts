import type { Block } from '../types';
import ask from './ask';
import askClearly from './ask-clearly';
import type { BlockType } from './block';
import choices from './choices';
import end from './end';
import forget from './forget';
import go from './go';
import handoff from './handoff';
import helpDetails from './help-details';
import helplines from './helplines';
import localHelp from './local-help';
import phrase from './phrase';
import reportHelp from './report-help';
import say from './say';
import sendList from './send-list';
import short from './short';
import stop from './stop';
import story from './story';
import waiting from './waiting';
import when from './when';
import whichHelp from './which-help';
import whichPlace from './which-place';
import who from './who';

const all = [
  say,
  phrase,
  choices,
  ask,
  askClearly,
  when,
  localHelp,
  sendList,
  helpDetails,
  reportHelp,
  whichHelp,
  whichPlace,
  helplines,
  story,
  who,
  short,
  waiting,
  handoff,
  forget,
  stop,
  go,
  end,
];

/** Every kind of block by its name. */
export const blockTypes: Record<Block['type'], BlockType> = Object.fromEntries(
  all.map((each) => [each.type, each]),
) as Record<Block['type'], BlockType>;
