import { allBlocks, stepsOf } from '../../dialogs/inspect/site';
import type { Block, Fault, Library } from '../../dialogs/types';

export const PRIVATE_RULE = 'private';
/** What would tell who somebody is. */
const TELLS_WHO =
  /\b(?:names?|surname|address|date of birth|birthdays?|born|how old|your age|ages?|phone number|mobile number|email|e-mail|national insurance|NHS number|where (?:do|does|are) (?:you|they|he|she) (?:live|from)|which school|who is your)\b/i;
/** What a worker should call them: any name will do, and the question says so. */
const ANY_NAME = 'call-me';

type Ask = Extract<Block, { type: 'ask' }>;

/** Questions that ask who somebody is. Only the first half of a postcode may be asked for, and any name to call them by. */
export function privateFaults(library: Library): Fault[] {
  return stepsOf(library).flatMap(({ step }) =>
    allBlocks(step.blocks)
      .filter((block): block is Ask => block.type === 'ask' && block.kind !== 'outcode' && block.as !== ANY_NAME)
      .flatMap(({ line, text }) => {
        const found = TELLS_WHO.exec(text)?.[0];
        if (found === undefined) return [];
        const what = `this question asks for "${found}": nobody has to say who they are`;
        return [
          { file: step.file, line, rule: PRIVATE_RULE, what, mend: 'ask for what is needed to help, or for nothing' },
        ];
      }),
  );
}
