import { DANGERS } from '../understanding/types';

/** Flows every language must have, with when each is opened. */
export const REQUIRED_FLOWS: Record<string, string> = {
  start: 'the greeting',
  menu: '"start again", and the way back from anywhere',
  person: 'they asked for a worker',
  'help-now': 'where help is right now',
  safety: 'words about danger were seen',
  goodbye: 'they are done',
  'about-me': '"what do you know about me"',
  delete: '"delete what I said"',
  stop: 'they want no more messages',
  'who-can-see': 'who can read this',
  'welcome-back': 'they write from a phone again after hours',
};

/** Steps of the `safety` flow: one for each kind of danger, and one gentle question. */
export const SAFETY_STEPS: readonly string[] = [...DANGERS, 'check'];

/** Words that work anywhere and open no flow of their name: the engine and the bots know what they do. */
export const OWN_COMMANDS: readonly string[] = [
  'back',
  'skip',
  'start-again',
  'stop-waiting',
  'end-chat',
  'open',
  'how-long',
  'hello',
  'thanks',
  'yes-or-no',
];

interface RequiredPhrase {
  /** When it is said. */
  why: string;
  /** What is filled in besides the place's values. */
  values?: readonly string[];
  /** It is shown as a choice. */
  label?: true;
}

/** Phrases the code says by name. */
export const REQUIRED_PHRASES: Record<string, RequiredPhrase> = {
  acknowledge: { why: 'their own words led to a topic' },
  kept: { why: 'they said something of their own where choices were offered' },
  'kept-check': { why: 'they answered the gentle question in words of their own, without danger in them' },
  'kept-danger': { why: 'they said more, of their own, after words about danger' },
  hello: { why: 'they said hello in passing' },
  thanks: { why: 'they said thanks in passing' },
  'yes-or-no': { why: 'they said a bare yes, no or OK where that answers nothing' },
  astray: { why: 'they did so again: a person may fit better' },
  'not-understood': { why: 'there was no letter and no number in the message' },
  'which-topic': { why: 'their words could be about several topics' },
  'several-topics': { why: 'their words were about several things: which first?' },
  'also-said': { why: 'between two things, what they also said is offered' },
  'something-else': { why: 'the last choice when asking which topic', label: true },
  'welcome-own-words': { why: 'their own words fitted no topic' },
  skip: { why: 'the choice beside every question', label: true },
  skipped: { why: 'they skipped a question' },
  'content-changed': { why: 'the step they were at is gone' },
  'something-wrong': { why: 'content or code let them down' },
  'where-were-we': { why: 'a step is shown again after an interruption' },
  'waiting-open': { why: 'how long the wait is, while the team is there', values: ['closes'] },
  'waiting-closed': { why: 'how long the wait is, while nobody is there', values: ['opens'] },
  'waiting-started-open': { why: 'they now wait for a worker', values: ['closes'] },
  'waiting-started-closed': { why: 'they asked for a worker while nobody is there', values: ['opens'] },
  'waiting-kept': { why: 'they wrote while they wait' },
  'still-waiting': { why: 'the wait goes on' },
  'stopped-waiting': { why: 'they no longer wait' },
  joined: { why: 'a worker has joined', values: ['worker'] },
  'ended-by-worker': { why: 'the worker ended the talk', values: ['worker'] },
  'ended-by-person': { why: 'they ended the talk with the worker' },
  'person-stopped': { why: 'shown to the worker when the person wants no more messages' },
  'person-left': { why: 'shown to the worker when the person ended the talk' },
  'story-no-line': { why: 'they asked to leave out a line that is not there', values: ['n'] },
  'story-empty': { why: 'they have told nothing yet' },
  'story-choice': { why: 'a line of their story that was a choice', values: ['text'] },
  'story-answer': { why: 'a line of their story that answers a question', values: ['question', 'text'] },
  'story-words': { why: 'a line of their story in their own words', values: ['text'] },
  'story-struck-note': { why: 'they left a line out', values: ['n'] },
  'story-flag-note': { why: 'words about danger are shown to workers as they were written' },
  'local-help-intro': { why: 'said before help near them' },
  'local-help-none': { why: 'nothing near them is known' },
  'local-help-line': {
    why: 'one help near them',
    values: ['name', 'what', 'who', 'when', 'cost', 'next', 'checked'],
  },
  'helpline-line': { why: 'one national line', values: ['name', 'how', 'hours'] },
  'started-again': { why: 'they want messages again' },
  'more-choices': { why: 'the rest of a list that was too long for WhatsApp' },
  'list-button': { why: 'opens a list on WhatsApp: 20 letters at most', label: true },
  'list-more': { why: 'the last row of a list that goes on, on WhatsApp: 24 letters at most', label: true },
  'small-picture': { why: 'stands for a text that was nothing but emoji, where those do not get through' },
  'caught-up': { why: 'one answer to many messages sent at once' },
  'sent-photo': { why: 'they sent a photo' },
  'sent-video': { why: 'they sent a video' },
  'sent-voice': { why: 'they sent a voice note' },
  'sent-file': { why: 'they sent a file' },
  'sent-sticker': { why: 'they sent a sticker' },
  'sent-location': { why: 'they shared where they are' },
  'sent-contact': { why: 'they sent a contact card' },
  'sent-reaction': { why: 'they put a reaction on a message' },
  'sent-other': { why: 'they sent something that is not words' },
  'sent-to-worker': { why: 'they sent one of these while a worker is there or awaited' },
};
