/*
 * How people in the UK write days and times, as data. Everything is in small letters and without apostrophes.
 */

export const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** From the third on: "first" and "second" mean too much else. */
export const ORDINALS = (
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth twentieth'
).split(' ');

/** Sunday first. Beside each name what is written for it; one slip in the name is understood without being here. */
export const WEEKDAYS: [name: string, spellings: string][] = [
  ['sunday', 'sun sundy sundey sund'],
  ['monday', 'mon mundy munday mondy mondey mnday mond'],
  ['tuesday', 'tues tue teus tuesdy tusday tueday tuseday teusday chewsday choosday tuesdey tusdy'],
  [
    'wednesday',
    'wed weds wedns wednes wensday wednsday wedensday wedesday wendsday wendesday wensdy wedsday wednsdy wenesday ' +
      'wednesdy wensdey wendsdy wedenesday wenzday',
  ],
  ['thursday', 'thurs thur thu thrs thirsday thursdy thurday thusday thersday fursday thurzday thirsdy thursdey'],
  ['friday', 'fri fridy fryday frieday frydy fridey'],
  ['saturday', 'sat satdy satday saterday saturdy satarday satuday satdee satrday satdey saturdey satur'],
];

export const WEEKDAY = WEEKDAYS.map(([name]) => name).join('|');

export const MONTH =
  'january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec';

/** One word, as it should be: what is written for it. */
export const SPELLINGS: Record<string, string> = {
  tomorrow:
    'tmrw tmrow tmro tmoro tmorrow tomoz tomos tomo tmw tmr tmz 2moro 2morro 2morrow 2mo 2mora 2moz 2mrw tommorow ' +
    'tommorrow tomorow tomorro tomorrw tomorra tomarrow tommorer tomoro tomorrer tommoro morra morro morrow mora',
  today: '2day todya tday teday',
  tonight: '2nite 2night tonite 2nyt tonyt',
  night: 'nite nyt nicht',
  morning: 'mornin morn mrng mornig mornng',
  afternoon: 'arvo avo aft afternoo afternon afernoon aftrnoon aftanoon afty arvie',
  evening: 'evenin eve evning evenning',
  next: 'nxt nex',
  weekend: 'wkend wknd weekened weekind',
  week: 'wk',
  weeks: 'wks',
  school: 'skool scl skl schl schol shcool scool',
  before: 'b4 befor bfore',
  after: 'afta aftr',
  about: 'bout abt aboot roughly approx approximately',
  quarter: 'qtr quater quarta qarter 1/4',
  half: 'haf 1/2',
  hour: 'hr',
  hours: 'hrs',
  minutes: 'mins min minute minits',
  oclock: 'oclok oclk oclcok',
  fortnight: 'fortnite',
  til: 'till until untill untl',
  of: 'ov',
  because: 'cos coz cuz cus bcos',
  sometime: 'sumtime',
  with: 'wiv wi',
};

/** Phrases, in this order: later ones build on earlier ones. */
export const PHRASES: [RegExp, string][] = [
  [/([ap])\.m\b\.?/g, '$1m'],
  [/\btil late\b/g, 'onwards'],
  [/\bmidnight\b/g, '11:59pm'],
  [/\b((?:first|second|third|3rd|last) [a-z]+day) in\b/g, '$1 of'],
  [/\bup (?:to|til) (?=half|\d)/g, 'til '],
  [/\bnot (?:after|later than|past) (?=half|\d)/g, 'before '],
  [/\bthe tomorrow\b/g, 'tomorrow'],
  [/\b(?:the|this) night(?=$| (?:at|about|after|if|pls|please)\b)/g, 'tonight'],
  [/\bthis (?=(?:morning|afternoon|evening)\b)/g, 'today '],
  [/\bweek end\b/g, 'weekend'],
  [/\bo clock\b/g, 'oclock'],
  [/\bround about\b/g, 'about'],
  [/\b(?:from|at|for) (?:about|around)\b/g, 'at'],
  [/\b1st thing\b/g, 'first thing'],
  [/\b(half|quarter) past of\b/g, '$1 past'],
  [/\bfort night\b/g, 'fortnight'],
  [/\b([a-z]+day)s?(?: (?:ok|fine|good))?,? (?:this 1 coming|this coming 1|the next 1)\b/g, '$1'],
  [/\b(?:this|the) coming\b|\bcoming (?=[a-z]+day\b)/g, ''],
  [/\b(christmas|new years) evening\b/g, '$1 eve'],
  [/\bnot (?:til|until|before) (?:after )?(?=half|quarter|\d|[a-z]+ ?oclock)/g, 'after '],
  [/\bno (?:earlier|sooner) than\b/g, 'after'],
  [/\bno later than\b/g, 'before'],
  [/\bgimme\b/g, 'give me'],
  [
    /\bbefore (?:he|she|they|my \w+)(?: is|s|re| are)? ?(?:gets?|comes?|back|home|in)(?: (?:back|home|in))? (?:at |about )*(?=\d|half|quarter)/g,
    'before ',
  ],
  [new RegExp(`\\b(${MONTH}) the (?=\\d)`, 'g'), '$1 '],
  [/\bboxing day\b/g, '26 december'],
  [/\b(\d{1,2}) (?:fifteen|15)\b(?=$| ?[ap]m)/g, '$1:15'],
  [/\b(\d{1,2}) (?:thirty|30)\b(?! ?[a-z])/g, '$1:30'],
  [/\b(\d{1,2}) (?:forty[ -]5|45)\b/g, '$1:45'],
  [
    new RegExp(
      `\\bfirst(?= (?:of )?(?:${MONTH})\\b)|(?<=\\b(?:${MONTH}) (?:the )?)first\\b|(?<=^(?:on )?the )first$`,
      'g',
    ),
    '1st',
  ],
  [
    new RegExp(
      `\\bsecond(?= (?:of )?(?:${MONTH})\\b)|(?<=\\b(?:${MONTH}) (?:the )?)second\\b|(?<=^(?:on )?the )second$`,
      'g',
    ),
    '2nd',
  ],
  [/\b([a-z]+day|tomorrow|\d(?:st|nd|rd|th)|in the) am\b/g, '$1 morning'],
  [/\b([a-z]+day|tomorrow|\d(?:st|nd|rd|th)|in the) pm\b/g, '$1 afternoon'],
  [/\bhour (\d{1,2})\b/g, '$1:00'],
  [/\b(\d{1,2}) ?h ?([0-5]\d)\b/g, '$1:$2'],
  [/\b(\d{1,2}) ?h\b/g, '$1:00'],
  [/\bin (a|1|2|a couple of) fortnights?\b/g, 'fortnight today'],
  [/\bin (?:about )?(?:a|1) (week|month)(?:s? time)?\b/g, '1 $1 from now'],
  [/\b(?:in )?(?:about )?(?:a )?couple (?:of )?(days|weeks|months)(?: time| from now)\b/g, '2 $1 from now'],
  [/\bin (?:about )?(?:a )?couple (?:of )?(days|weeks|months)\b/g, '2 $1 from now'],
  [/\bin (?:about )?(?:a )?few (days|weeks|months)(?: time)?\b/g, '3 $1 from now'],
  [/\bin (?:about )?(\d{1,2}) (days|weeks|months)(?: time)?\b/g, '$1 $2 from now'],
  [/\b(?:a|1) (day|week|month)s? (?:time|from now)\b/g, '1 $1 from now'],
  [/\b(\d{1,2}) (day|week|month)s? (?:time|from today)\b/g, '$1 $2s from now'],
];
