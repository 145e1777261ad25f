import type { Activity } from 'botbuilder';
import type { Address, Delivery } from '../adapters/contract';
import { blankState } from '../dialogs/step';
import type { State } from '../dialogs/types';
import { alone, type Company, type Who } from '../handoff/company';
import type { Stay } from '../handoff/peers';
import type { Agreed, Booked, Outcome } from '../handoff/types';
import { blankStory } from '../story/story';
import type { Line, Story } from '../story/types';

/** A line of the story by its id, or one that is to be added. */
export type Changing = number | 'new';

/** They were asked when it is safe to reach them. `before`: what they answered first, where that did not do. */
export interface Booking {
  before: Booked | null;
}

/** A worker who was not there from this look on, in milliseconds since 1970. */
export interface Missing {
  worker: string;
  since: number;
}

/** How it stood when a worker ended it. */
export interface Ended {
  at: number;
  outcome: Outcome;
  /** The id of that worker. */
  worker: string;
  /** The transcript's number of the last thing they saw. */
  seq: number;
  /** What they had agreed to share. */
  shared: Line[];
  /** How many words about danger there were by then. */
  flagged: number;
  waitingSince: number | null;
  booked: Booked | null;
}

export interface Reopened {
  /** What they had agreed to share. */
  shared: Line[];
  /** The transcript's numbers in between: from after the first to the second. */
  between: [number, number][];
}

/** All that is remembered of a conversation between turns: the body of its record. */
export interface Memory {
  engine: State;
  story: Story;
  /** They asked for no more messages; only "start" undoes it. */
  stopped: boolean;
  /** The flow in which the story was last shown: while they are in it, "leave out 2" is about the story. */
  storyShownIn: string | null;
  /** The line of their story whose new words they are about to write, by id. */
  changing: Changing | null;
  /** The help near them in the list that was shown last, by id. */
  helpShown: string[];
  /** The gentle question about safety was asked; it is not asked twice. */
  checked: boolean;
  /** The language they last wrote in, or chose, that is not English; null: there was none. */
  language: string | null;
  /** The language Natter talks with them in; null: the first one. */
  speaks: string | null;
  /** Messages in a row that could not be read. */
  unread: number;
  /** Since when a worker may read along: the transcript's sequence number when they said yes. */
  sharedFrom: number;
  /** The last time a waiting person was told that their words are kept, in milliseconds since 1970. */
  reassuredAt: number;
  /** They have agreed that peers may read what was passed on when they last asked for a person. */
  peersMayRead: boolean;
  /** Peers, by id, whom they let read it later, when these asked. */
  readers: string[];
  /** The peer who asked last. `open`: not answered yet. `since`: something else was said after it. */
  askedToRead: { by: Who; open: boolean; since: boolean } | null;
  /** While which peers were with them, since then. */
  peers: Stay[];
  worker: Who | null;
  /** How long they had waited when a worker joined them, in milliseconds; null: they had booked a time, or nobody has joined. */
  waited: number | null;
  /** When and how they asked to be reached. */
  booked: Booked | null;
  /** Set while that is being asked. */
  booking: Booking | null;
  /** The team they were passed on to when they last asked for a person. */
  team: Who | null;
  /** Who else is with them, or was asked to come. */
  company: Company;
  /** Of the workers who are with them, those who were not there when it was last looked. */
  missing: Missing[];
  /** The worker who has them has stepped away until then; `told`: and they know it. */
  paused: { until: number; told: boolean } | null;
  /** The name of the worker who had them and left, until another picks them up. */
  leftBy: string | null;
  /** When they are asked whether they are still there, should they not have answered their worker by then. */
  quietAt: number | null;
  /** They were asked, and have not written since. */
  askedIfThere: boolean;
  /** A worker has had this conversation: it is kept for as long as those are, however it ended. */
  claimed: boolean;
  /** A worker has ended it, and may open it again; null once they ask for a person again. */
  ended: Ended | null;
  /** A worker opened it again: this is before them, and not what was told in between. Until they ask for a person again. */
  reopened: Reopened | null;
  /** How each time with a worker ended. */
  outcomes: ({ at: number; outcome: Outcome; worker: string; name?: string } & Agreed)[];
  /** Where they are reached, on a channel that has to be sent to. */
  address: Address | null;
  /** When they last wrote, in milliseconds since 1970; 0: never. */
  heardAt: number;
  /** When Natter last answered, newest last: on a phone a burst of messages gets one answer, not twenty. */
  spokeAt: number[];
  /** What could not be sent because WhatsApp's window had closed, by part as in `deliveries`; goes out when they write again. */
  held: { part: string; activity: Partial<Activity> }[];
  /** What became of the latest messages, by sequence number and part: `12`, `12.1`. */
  deliveries: Record<string, Delivery['state']>;
}

/** The memory of somebody new. */
export function blankMemory(): Memory {
  return {
    engine: blankState(),
    story: blankStory(),
    stopped: false,
    storyShownIn: null,
    changing: null,
    helpShown: [],
    checked: false,
    language: null,
    speaks: null,
    unread: 0,
    sharedFrom: 0,
    reassuredAt: 0,
    peersMayRead: false,
    readers: [],
    askedToRead: null,
    peers: [],
    worker: null,
    waited: null,
    booked: null,
    booking: null,
    team: null,
    company: alone(),
    missing: [],
    paused: null,
    leftBy: null,
    quietAt: null,
    askedIfThere: false,
    claimed: false,
    ended: null,
    reopened: null,
    outcomes: [],
    address: null,
    heardAt: 0,
    spokeAt: [],
    held: [],
    deliveries: {},
  };
}

/** What was kept of a conversation. Whatever an earlier version of Natter did not remember yet is as for somebody new. */
export function readMemory(body: string): Memory {
  const blank = blankMemory();
  const kept = JSON.parse(body) as Partial<Memory>;
  return {
    ...blank,
    ...kept,
    engine: { ...blank.engine, ...kept.engine },
    story: { ...blank.story, ...kept.story },
  };
}
