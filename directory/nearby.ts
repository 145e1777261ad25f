import type { Helpline } from './helplines';
import type { LocalHelp, Place } from './place';

const AT_MOST = 3;
/** Kinds in the order they are mixed: neighbours and people who have been there stand beside services. */
const KINDS = ['community', 'peer', 'formal'] as const;

/** Up to three kinds of help for a topic, one of each kind before a second of any. The order within a kind is the author's. */
export function helpNear(help: LocalHelp[], topic: string): LocalHelp[] {
  const about = help.filter(({ topics }) => topics.some((each) => each === topic));
  const queues = KINDS.map((kind) => about.filter((each) => each.kind === kind));
  const mixed = about.flatMap((_, round) => queues.flatMap((queue) => queue[round] ?? []));
  return mixed.slice(0, AT_MOST);
}

/** The lines of this nation for a kind of danger or a topic. A child sees the lines made for children, and sees them first. */
export function helplinesFor(lines: Helpline[], kind: string, nation: Place['nation'], young: boolean): Helpline[] {
  const found = lines.filter((line) => line.for.includes(kind) && line.nations.includes(nation));
  const forChildren = found.filter((line) => line.young);
  const others = found.filter((line) => !line.young);
  return young ? [...forChildren, ...others].slice(0, AT_MOST) : others.slice(0, AT_MOST);
}

/** What there are lines for in a nation, by who is shown them. */
export function servedIn(lines: Helpline[], nation: Place['nation']): { everybody: string[]; children: string[] } {
  const here = lines.filter(({ nations }) => nations.includes(nation));
  return {
    everybody: here.filter(({ young }) => !young).flatMap((line) => line.for),
    children: here.filter(({ young }) => young).flatMap((line) => line.for),
  };
}
