import { MONTH, WEEKDAY } from './time-words';

/** What ends one thing that is said and begins another. */
export const CLAUSE_ENDS =
  /([;!?\n]|[.,](?!\d)|\b(?:but|so|because|although|though|if|maybe|or else|(?:how|what) about|(?:could|can) do|im free)\b)/;

/** What follows one of these takes the place of what came before. */
export const CORRECTED =
  /\b(?:no wait|wait no|no sorry|sorry|i mean|i meant|meant|actually|scratch that|make that|or rather|so(?! (?:that|he|she|they|my|the|i can (?!do|make|talk|ring)|i dont|we can|sorry|much|many|far|hard|bad)\b))\b/g;

/** Somebody says that a time does not suit, or what they do then. */
export const REFUSED =
  /\b(?:cant|cannot|can not|couldnt|wont|not|nt|dont|doesnt|isnt|no good|no use|never|busy|away|booked|i work|we work|(?:at|in) work|working|unavailable|(?:he|she|they|husband|wife|partner|boyfriend|girlfriend|dad|mum|ex)(?:s| is| are|re|ll be| will be)? (?:gets?|comes?|back|home|in|here)|any(?:thing| day| time)? (?:but|except|bar)|apart from|except|other than)\b/;

/** What comes after is left out of what is offered. */
export const EXCEPTED = /\b(?:except|apart from|other than)\b/;

/** These sound like a refusal and are none. */
export const NOT_REFUSED =
  /\b(?:not working|not at work|not in work|not busy|not away|dont mind|not fussed|not bothered|not sure|not too sure|dont know|no problem|not bad|dont work|cant wait|why not|if not|wont be (?:long|late)|doesnt matter|not a problem|dont forget|dont worry)\b/g;

/** "Friday not Monday": the day or time right after "not" is all that is refused. */
export const ONLY_THIS_REFUSED = new RegExp(
  `\\b(?:not|except|bar|apart from|other than) (?:(?:on|at|for|in|this|next|the) )*(?:(?:${WEEKDAY})s?|tomorrow|today|tonight|weekends?|weekdays?|week|mornings?|afternoons?|evenings?|nights?)(?: (?:mornings?|afternoons?|evenings?|nights?))?`,
  'g',
);

/** What has happened already is no time to meet. */
export const PAST =
  /\b(?:ago|since|happened|was|were|been|had|did|said|told|saw|lost|took|rang|spoke|phoned|called|sent|threw|found|heard|left|moved|started|died|came|went|kicked|used to|last (?:night|week|weekend|month|year|[a-z]+day)|yesterday)\b/;
export const NOT_PAST =
  /\b(?:was|were|had) (?:thinking|hoping|wondering|going to|gonna)\b|\b(?:had|was) (?:hoped|planned|free)\b/g;
/** Said on its own, a day that has gone is that day. */
export const PAST_ALONE = /^(?:on )?(?:yesterday|the day before yesterday|last (?:week|month|[a-z]+day))[.!?]?$/;

/** Numbers that count or name something, and words that only look like days and months. */
export const NO_TIMES: RegExp[] = [
  /(?:\b(?:every|each|most|some|any)(?: other| second| single)? (?=[a-z]))(?:[a-z]+days?|weekends?|mornings?|afternoons?|evenings?|nights?)(?: (?:mornings?|afternoons?|evenings?|nights?))?\b/g,
  /\b(?:(?:[a-z]+day|weekend)s? )?(?:mornings|afternoons|evenings|nights)\b/g,
  /\bweek ?days?\b/g,
  /\b(?:all|1|every|last|week|school) night\b|\bnight (?:shifts?|bus|class(?:es)?|time)\b/g,
  /\u00a3 ?\d[\d.,]*k?/g,
  /\b\d[\d.,]* ?(?:quid|pounds?|grand|percent|p|k|%)(?!\w)/g,
  /(?<![\d/])(?:(?:\+|0)(?:[ ()-]{0,2}\d){9,}|\d{5,})(?![\d/])/g,
  /\b24 ?\/ ?7\b/g,
  /\b(?:2[4-9]|[3-9]\d):\d\d\b/g,
  /\b(?:say|rate|rated|score|scored|give|given|about|feel|feeling|like|im) (?:it |this |that )?(?:an? )?(?:10|\d) ?(?:\/|out of) ?10\b/g,
  /\b(?:10|\d) ?(?:\/|out of) ?10 (?=how|bad|for|worried|scared|anxious|pain)/g,
  /\b(?:year|yr|size|flat|buzzer|number|num|no|room|house|page|platform|bus|route|aged?|door|unit|floor|option|level|band|grade|stage|ward|block|bay|apartment|apt|junction|step|part) \d+\b/g,
  /\b(?:im|i am|i was|hes|shes|he is|she is|he was|she was|theyre|turns|turned|turning|(?:boy|girl|son|daughter|lad|lass|bairn|baby|kid|youngest|eldest|oldest|sister|brother)s?(?: is| was)?) (?:only |just |nearly |almost )?\d{1,2}\b(?! ?(?:am|pm|oclock))/g,
  /\b\d+ (?=(?:kids?|children|bairns|times|people|years?|yrs|months? (?:old|behind|late|pregnant)|weeks? (?:old|behind|pregnant)|of (?:us|them|my)|boys|girls|bed|bedroom|bus|letters?|stone|miles?|bags?|tablets|pills|doors?)\b)/g,
  /\bi (?:had |have |just |was )?saturday\b|\b(?:we|he|she|they|been|was|who|you) saturday\b|\bsaturday (?:down|here|there|at home|by myself|around|alone|crying)\b/g,
  /\bwednesday (?:love|like|prefer|want|rather|need to|be|have to|all)\b/g,
  /\bthe sunday (?:is|was|has|shining)\b|\bsunday (?:is|was) (?:out|shining|up|hot)\b/g,
  /\bmarch (?:on|up|in|out|down)\b|\bmay (?:i|we|you|be|have|not|as|need)\b/g,
  /\bthe now\b/g,
  /\b(?:good|mornin) (?:morning|afternoon|evening|night)\b|^(?:morning|afternoon|evening)(?: (?:all|there|love|everyone))? ?[!.,]/g,
  new RegExp(
    `(?<!\\d(?:st|nd|rd|th)?(?: of)? |\\b(?:next|this|mid|early|late|end of|start of|beginning of|[a-z]+day of) |^(?:\\w+ )?in )\\b(?:${MONTH})\\b(?! ?(?:the )?\\d)`,
    'g',
  ),
];
