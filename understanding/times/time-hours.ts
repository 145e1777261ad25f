interface Named {
  words: RegExp;
  /** Minutes after midnight; without an end only a start is meant. */
  from: number;
  to: number | null;
}

/** Times that have a name. */
export const NAMED: Named[] = [
  {
    words:
      /\b(?:(?:straight |right |just )?after school|(?:when|once|after) (?:the )?school (?:finishes|ends|is out)|school pick ?up|home ?time|(?:after|when|once) (?:i|we|they|he|she) finish(?:es)? school)\b/g,
    from: 930,
    to: null,
  },
  { words: /\bbefore school\b/g, from: 480, to: 525 },
  {
    words:
      /\b(?:(?:in |during )?school hours|(?:while|when|whilst) (?:the (?:kids|children|bairns|wee ones)|they|he|she)(?:s| are| is|re)? (?:at|in) school)\b/g,
    from: 540,
    to: 900,
  },
  { words: /\b(?:after work|(?:when|once|after) (?:i|we) finish(?:ed)? work)\b/g, from: 1050, to: null },
  { words: /\b(?:lunch ?(?:time|hour|break)?|dinner ?(?:time|hour|break) at work)\b/g, from: 720, to: 840 },
  { words: /\btea ?time\b|(?<=\b(?:after|before) (?:my )?)tea\b/g, from: 1020, to: 1110 },
  { words: /\bfirst thing\b/g, from: 540, to: null },
];

/** Parts of the day, in minutes after midnight. */
export const PARTS = {
  morning: { from: 540, to: 720 },
  afternoon: { from: 720, to: 1020 },
  evening: { from: 1020, to: 1260 },
  night: { from: 1080, to: 1440 },
} as const;
export type Part = keyof typeof PARTS;

/** Around a time these change nothing: "4 would be grand if thats ok". */
export const POLITE = new Set(
  (
    'please pls plz thanks thank you ta cheers love dear mate pet hun hen duck darling ok okay yes yeah yep yh aye ' +
    'good great fine grand best better perfect ideal lovely brill sound works suits me us be would is if thats that ' +
    'it possible poss can could do make maybe perhaps say about around at for any sometime the on in this then so i ' +
    'a one day time well just or id like prefer how what lets there free am im we you u its will ill by im hi hello ' +
    'only really'
  ).split(' '),
);
