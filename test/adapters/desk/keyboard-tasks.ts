/*
 * Every task that the desk offers, with the POST routes of the API that it comes to. keyboard.test.ts does what a worker does
 * with people, keyboard-colleagues.test.ts what takes two, and keyboard-accounts.test.ts the rest, with keys alone. What can
 * be done at the API and is in no task fails there: somebody who has no mouse could not do it.
 */

const person = (...acts: string[]): string[] => acts.map((act) => `/conversations/{id}/${act}`);
const account = (...acts: string[]): string[] => acts.map((act) => `/accounts/{id}/${act}`);

export const WITH_PEOPLE = {
  'takes the next person, replies, and keeps a note': person('claim', 'typing', 'messages', 'notes'),
  'opens somebody from the list and picks them up': person('claim'),
  'skips to whoever is open': [],
  'starts from a saved reply': person('messages'),
  'puts plainer words in': [],
  'chooses how to hear of news': [],
  'looks at who booked a time, and picks them up': person('claim'),
  'steps away, and is back': person('pause', 'back'),
  'finishes in each way there is': person('end'),
  'hands somebody back to Natter': person('hand-back'),
  'goes on with somebody who was finished': person('reopen'),
  'does it all on a narrow screen': person('claim', 'end'),
} satisfies Record<string, string[]>;

export const WITH_COLLEAGUES = {
  'asks a colleague, a team and anyone, and takes it back': person('ask', 'take-back'),
  'joins whoever asked, and leaves them again': person('join', 'leave'),
  'asks to read what was told, as a peer': person('ask-to-read'),
  'puts somebody back in the queue, as a lead': person('release'),
} satisfies Record<string, string[]>;

export const WITH_ACCOUNTS = {
  'signs in with a link, and out': ['/sign-in/link', '/sign-out'],
  'turns a second step on, signs in with password and code, and turns it off': [
    ...['/second-step/start', '/second-step/confirm', '/second-step/off', '/sign-in'],
  ],
  'adds a passkey, signs in with it, and removes it': [
    ...['/passkeys/start', '/passkeys', '/sign-in/passkey/start', '/sign-in/passkey', '/passkeys/{id}/remove'],
  ],
  'signs out everywhere': ['/sign-out/everywhere'],
  'adds an account': ['/accounts'],
  'changes role and teams of an account, and makes a link': account('role', 'teams', 'link'),
  'signs somebody out, and takes their code and passkeys off': account(
    'sign-out',
    'second-step/off',
    'passkeys/remove',
  ),
  'takes access away, and puts it back': account('take-away', 'put-back'),
  'looks through what was done': [],
  'takes the tables away': [],
} satisfies Record<string, string[]>;
