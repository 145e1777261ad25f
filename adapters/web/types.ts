import type { Logger } from 'pino';
import type { Activity } from '../../web/chat/activity';
import type { Conversations } from '../contract';
import type { AddressOf } from '../http';
import type { Listed } from './list-page';
import type { Secrets } from './tokens';
import type { PageWords } from './words';

/** A language of the page. */
export interface PageLanguage {
  code: string;
  /** What its speakers call it. */
  own: string;
  words: PageWords;
}

/** What the web way in is given. */
export interface WebDeps {
  conversations: Conversations;
  /** 32 bytes each, the newest first; the keys of tokens are derived from them. */
  secrets: Secrets;
  words: PageWords;
  /** The languages the page can be read in, the first one first, each with its words; left out: one only. */
  languages?: PageLanguage[];
  /** The greeting, with its choices, as the page shows it before anything else has happened; null: in the first language. */
  greeting: (language: string | null) => Pick<Activity, 'type' | 'text' | 'suggestedActions'>[];
  /** How browsers reach us, or null to go by the Host header. */
  publicUrl: string | null;
  /** Origins of other websites that may start a chat here, and show it in a panel (`https://www.example.org`). Our own always may start one. */
  allowedOrigins: string[];
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random id of 128 bits or more, of letters, digits, `-` and `_`. */
  newId: () => string;
  limits: {
    /** New conversations that one address may start in a minute. */
    tokensPerMinute: number;
  };
  /** Whose request it is; left out, the one who connects. */
  addressOf?: AddressOf;
  /** Help near people by id, as it is shown on a list to keep; what is not there any more is left out. */
  listed: (ids: string[]) => Promise<Listed[]>;
  placeName: string;
  /** Where "Leave this page" leads: somewhere ordinary. */
  exitUrl: string;
  /** A page of our own may show the chat in a frame: only where one does. */
  framed?: boolean;
  log: Logger;
}
