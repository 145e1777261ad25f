/** Made by the rule with -ed, these are how somebody is, and not what is done to them. */
const STATES = new Set(
  `tired worried scared frightened bored ashamed annoyed pleased confused excited interested relaxed worn divorced married
  separated retired disabled related ended finished changed allowed supposed used need stressed depressed exhausted trapped
  embarrassed surprised shocked settled involved qualified registered closed crowded furnished gifted bed red shed hundred
  armed aged experienced frustrated disappointed overwhelmed isolated abused injured blessed stranded indeed`
    .split(/\s+/)
    .filter(Boolean),
);
const IRREGULAR =
  `given made taken told kept sent seen done shown held written brought bought chosen found put paid read said
  spoken stolen caught taught thought understood drawn driven forgotten hidden heard led set sold built dealt thrown known`
    .split(/\s+/)
    .join('|');
/** `isn't`, "also", "be fully": what may stand between. */
const BETWEEN = String.raw`(?:\s+(?:not|also|only|then|now|always|never|often|all|both|[a-z]+ly)\b){0,2}`;
const DONE = String.raw`((?:[a-z]{3,}ed)|${IRREGULAR})\b`;
/** "will be contacted", "has been made", "is being looked at": nobody is named who does it. */
const NOBODY = new RegExp(String.raw`\b(?:be|been|being)${BETWEEN}\s+${DONE}`, 'gi');
/** "is decided by the team": it reads better the other way round. */
const BY = new RegExp(
  String.raw`\b(?:is|are|was|were|am|isn't|aren't|wasn't|weren't|get|gets|got)${BETWEEN}\s+${DONE}(?:\s+[\w']+){0,3}?\s+by\s+(?!(?:then|now|hand|phone|text|email|post|law|bus|train|car|foot|itself|yourself|themselves|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)`,
  'gi',
);

/** Where something is done, and it is not said who does it, or only at the end: the words, each once. */
export function passives(text: string): string[] {
  return [NOBODY, BY].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([, done = '']) => !STATES.has(done.toLowerCase()))
      .map(([words]) => words.trim()),
  );
}
