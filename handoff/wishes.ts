/** Whom somebody would rather talk with, or rather not, as far as their words say it so that we can go by it. */
export interface Wish {
  /** Ids of teams they asked for. */
  from: string[];
  /** Ids of teams they would rather not. */
  not: string[];
  /** Somebody who has been through it. */
  peer: boolean;
}

export const noWish = (): Wish => ({ from: [], not: [], peer: false });

/** Nobody needs more to say it; longer words are for the worker to read. */
const LONGEST = 500;
const CLAUSES = /[.,;!?\n]+|(?<!\bany(?:one|body) )\bbut\b/;
const NOT = /\b(?:not|no|never|don['’]?t|without|except|avoid|other than|any(?:one|body) but)\b/;
const PEER =
  /\b(?:been|gone|went|lived) through\b|\bbeen there\b|\bbeen in my shoes\b|\blived experience\b|\bpeer support/;
/** Words of a team's name that could mean anybody. */
const COMMON = new Set(['team', 'and', 'the', 'of', 'for', 'in', 'with', 'people', 'service', 'services', 'help']);

/** Reads "not the Families Team", "someone from money" or "someone who's been through it". What it cannot read, a worker can. */
export function readWish(text: string, teams: readonly { id: string; name: string }[]): Wish {
  const wish = noWish();
  // It is asked of everybody at every turn, and most have not said.
  if (text === '' || text.length > LONGEST) return wish;
  for (const clause of text.toLowerCase().split(CLAUSES)) {
    const unwanted = (at: number) => NOT.test(clause.slice(0, at));
    const peer = clause.search(PEER);
    if (peer >= 0 && !unwanted(peer)) wish.peer = true;
    for (const { id, name } of teams) {
      const at = clause.search(named(name));
      if (at >= 0) wish[unwanted(at) ? 'not' : 'from'].push(id);
    }
  }
  return wish;
}

/** A team by its whole name, or by one word of it where it is clear that a team is meant: "from money", "the money team". */
function named(name: string): RegExp {
  const whole = name.toLowerCase();
  const parts = whole.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2 && !COMMON.has(part));
  const either = parts.map(exactly).join('|');
  const byPart =
    either && String.raw`|\b(?:from|in) (?:the )?(?:${either})\b|\b(?:${either}) (?:team|people|workers?)\b`;
  return new RegExp(String.raw`\b${exactly(whole)}(?![\p{L}\p{N}])${byPart}`, 'u');
}

const exactly = (text: string): string => text.replace(/[.*+?^$()|[\]\\{}/]/g, '\\$&');
